using SystemDesign.Kernel.Requests;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>How a link is shown to its owner.</summary>
internal sealed class ShortUrls(UrlShortenerOptions options, IRequestOrigin origin)
{
    public ShortLink Show(Link link, LinkDocument document) => new(
        link.Code,
        link.Code,
        AddressOf(link.Code),
        document.Url,
        document.Redirect,
        document.ValidFrom,
        document.ExpiresAt,
        link.MaxVisits,
        document.Tags,
        link.IsDisabled,
        link.BannedFor,
        link.CreatedAt,
        link.Version.ToString());

    private string AddressOf(string code) => $"{(options.PublicBaseUrl ?? origin.Value).TrimEnd('/')}/s/{code}";
}
