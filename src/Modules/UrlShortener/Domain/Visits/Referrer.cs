namespace SystemDesign.UrlShortener.Domain.Visits;

/// <summary>Whose page led a visitor to a link: a host, and no more of the address than that, which may tell of the visitor.</summary>
internal static class Referrer
{
    /// <summary>Longer is no host that people would know.</summary>
    public const int MaximumLength = 100;

    /// <summary>
    /// How many hosts of a link are counted by name. Whoever follows a link may name any, and an attacker a new one each time:
    /// they shall not fill the disk.
    /// </summary>
    public const int MaximumHosts = 1_000;

    /// <summary>Stands for all further hosts; no host is called so.</summary>
    public const string Others = "(others)";

    /// <param name="address">What came as <c>Referer</c> (RFC 9110, section 10.1.3).</param>
    /// <returns>
    /// The host in lower case and ASCII (RFC 5891), without a port; nothing if the address is missing, cannot be read or is not
    /// of the web.
    /// </returns>
    public static string? HostOf(string? address)
    {
        if (string.IsNullOrEmpty(address)
            || !Uri.TryCreate(address, UriKind.Absolute, out var page)
            || (page.Scheme != Uri.UriSchemeHttp && page.Scheme != Uri.UriSchemeHttps)
            || page.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6))
        {
            return null;
        }

        var host = page.IdnHost.TrimEnd('.');
        return host.Length is > 0 and <= MaximumLength ? host : null;
    }
}
