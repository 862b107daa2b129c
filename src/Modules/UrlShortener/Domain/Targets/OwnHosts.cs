using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Domain.Targets;

/// <summary>
/// The hosts that this service answers at. A link to one of them, whatever the port, could lead to itself, at once or through
/// others, now or after an edit; so none may.
/// </summary>
internal sealed class OwnHosts
{
    private readonly HashSet<string> names;

    private OwnHosts(IEnumerable<WebHost?> hosts) => names = [.. hosts.OfType<WebHost>().Select(NameOf)];

    public static OwnHosts None { get; } = new([]);

    public static OwnHosts Of(UrlShortenerOptions options) =>
        new(options.OwnHosts.Select(WebHost.Parse).Append(WebAddress.Read(options.PublicBaseUrl, out _)?.Host));

    /// <summary>Only the very name: what <c>www.</c> of it leads to is another's to say, unless it is listed.</summary>
    public bool Contains(WebHost host) => names.Contains(NameOf(host));

    private static string NameOf(WebHost host) => host.Text.TrimEnd('.');
}
