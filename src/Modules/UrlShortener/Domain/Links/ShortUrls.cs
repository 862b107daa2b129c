using SystemDesign.Kernel.Requests;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>How a link is shown to its owner.</summary>
internal sealed class ShortUrls(UrlShortenerOptions options, IRequestOrigin origin)
{
    public ShortLink Show(Link link) => new(link.Code, link.Code, AddressOf(link.Code), link.Url, link.CreatedAt, link.Version.ToString());

    private string AddressOf(string code) => $"{(options.PublicBaseUrl ?? origin.Value).TrimEnd('/')}/s/{code}";
}
