using System.Text.Json.Serialization;
using SystemDesign.Kernel.Editing;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>A link as its owner sees it.</summary>
/// <param name="Id" example="launch">The same as the code.</param>
/// <param name="Code" example="launch">What follows <c>/s/</c>; case matters.</param>
/// <param name="ShortUrl" example="https://sho.rt/s/launch">The address to hand out.</param>
/// <param name="Url" example="https://example.org/2026/launch">Where it leads, in its ASCII form.</param>
/// <param name="Redirect" example="302">The status that visitors are sent on with: 301, 302, 307 or 308.</param>
/// <param name="ValidFrom">Before it the link leads nowhere (404); UTC; null: from the beginning.</param>
/// <param name="ExpiresAt">From it on the link is gone (410); UTC; null: never.</param>
/// <param name="MaxVisits" example="1000">After so many visits the link is gone (410); null: as many as one likes.</param>
/// <param name="Tags" example="[&quot;launch&quot;,&quot;newsletter&quot;]">In lower case.</param>
/// <param name="Disabled">Whether its owner switched it off (410).</param>
/// <param name="BannedFor">Why an operator banned it (451); null: it is not banned.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Version">Travels as the entity tag.</param>
internal sealed record ShortLink(
    string Id,
    string Code,
    string ShortUrl,
    string Url,
    int Redirect,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ExpiresAt,
    int? MaxVisits,
    IReadOnlyList<string> Tags,
    bool Disabled,
    string? BannedFor,
    DateTimeOffset CreatedAt,
    [property: JsonIgnore] string Version) : IVersioned;
