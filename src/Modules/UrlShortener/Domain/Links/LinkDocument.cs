using System.Globalization;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>Where a link leads, and when and how: what the owner chose, less what races are about. Never changed: an edit keeps a new one.</summary>
/// <param name="Url">See <see cref="TargetUrl"/>.</param>
/// <param name="Redirect">See <see cref="RedirectStatus"/>.</param>
/// <param name="ValidFrom">Before it the link leads nowhere; UTC.</param>
/// <param name="ExpiresAt">From it on the link is gone; UTC.</param>
/// <param name="Tags">See <see cref="LinkTags"/>.</param>
internal sealed record LinkDocument(string Url, int Redirect, DateTimeOffset? ValidFrom, DateTimeOffset? ExpiresAt, IReadOnlyList<string> Tags)
{
    /// <summary>What a search looks through.</summary>
    public string SearchText(string code) => CultureInfo.InvariantCulture.TextInfo.ToLower(string.Join('\n', [code, Url, .. Tags]));

    public bool SaysTheSameAs(LinkDocument other) => this with { Tags = other.Tags } == other && Tags.SequenceEqual(other.Tags, StringComparer.Ordinal);
}
