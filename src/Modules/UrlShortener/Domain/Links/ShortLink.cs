using System.Text.Json.Serialization;
using SystemDesign.Kernel.Editing;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>A link as its owner sees it.</summary>
/// <param name="Id" example="launch">The same as the code.</param>
/// <param name="Code" example="launch">What follows <c>/s/</c>; case matters.</param>
/// <param name="ShortUrl" example="https://sho.rt/s/launch">The address to hand out.</param>
/// <param name="Url" example="https://example.org/2026/launch">Where it leads, in its ASCII form.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Version">Travels as the entity tag.</param>
internal sealed record ShortLink(string Id, string Code, string ShortUrl, string Url, DateTimeOffset CreatedAt, [property: JsonIgnore] string Version) : IVersioned;
