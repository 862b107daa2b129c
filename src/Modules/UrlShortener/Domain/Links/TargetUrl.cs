namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>Where a link leads.</summary>
internal static class TargetUrl
{
    /// <summary>What browsers, proxies and servers agree to carry (RFC 9110, section 4.1, asks for at least 8,000).</summary>
    public const int MaximumLength = 2_048;

    /// <returns>
    /// The address as it goes into a <c>Location</c> header: absolute, ASCII only (RFC 3986), a Unicode host in
    /// Punycode (RFC 5891). Nothing if it is no http or https address.
    /// </returns>
    public static string? Parse(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return null;
        }

        try
        {
            var ascii = new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
            return ascii.Length <= MaximumLength && ascii.All(char.IsAscii) ? ascii : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
