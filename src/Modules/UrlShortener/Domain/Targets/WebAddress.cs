using System.Buffers;
using System.Globalization;

namespace SystemDesign.UrlShortener.Domain.Targets;

/// <summary>
/// An http or https address in a form that means the same to everybody. Browsers (WHATWG URL, section 4.4) are more lenient
/// than RFC 3986, and .NET differs from both, so whatever one of them reads in another way is refused rather than mended.
/// </summary>
/// <param name="Value">As it goes into a <c>Location</c> header: absolute, printable ASCII (RFC 3986), its host canonical.</param>
/// <param name="Host">What its host comes to.</param>
internal sealed record WebAddress(string Value, WebHost Host)
{
    /// <summary>What browsers, proxies and servers agree to carry (RFC 9110, section 4.1, asks for at least 8,000).</summary>
    public const int MaximumLength = 2_048;

    private static readonly string[] Schemes = ["https://", "http://"];
    private static readonly SearchValues<char> EndOfAuthority = SearchValues.Create("/?#");
    private static readonly SearchValues<char> EndOfPath = SearchValues.Create("?#");

    /// <param name="text">From anybody. Spaces around it are dropped, as browsers do.</param>
    /// <param name="refusal">Why it is none, where the answer is nothing.</param>
    public static WebAddress? Read(string? text, out TargetRefusal refusal)
    {
        text = text?.Trim(' ') ?? string.Empty;
        refusal = TargetRefusal.NotOnTheWeb;
        if (text.Any(char.IsControl))
        {
            refusal = TargetRefusal.ControlCharacter;
            return null;
        }

        if (text.Length > MaximumLength)
        {
            refusal = TargetRefusal.TooLong;
            return null;
        }

        return Schemes.FirstOrDefault(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme
            ? Read(scheme, text[scheme.Length..], out refusal)
            : null;
    }

    private static WebAddress? Read(string scheme, string rest, out TargetRefusal refusal)
    {
        var (authority, tail) = SplitAt(rest, rest.AsSpan().IndexOfAny(EndOfAuthority));
        var (beforeQuery, _) = SplitAt(rest, rest.AsSpan().IndexOfAny(EndOfPath));
        if (beforeQuery.Contains('\\', StringComparison.Ordinal))
        {
            refusal = TargetRefusal.Backslash;
            return null;
        }

        if (authority.Contains('@', StringComparison.Ordinal))
        {
            refusal = TargetRefusal.Credentials;
            return null;
        }

        // The colon before a port stands behind the bracket of an IPv6 address.
        var (name, port) = SplitAt(authority, authority.LastIndexOf(':') is var colon && colon > authority.LastIndexOf(']') ? colon : -1);
        refusal = TargetRefusal.MalformedHost;
        if (WebHost.Parse(name) is not { } host)
        {
            return null;
        }

        refusal = TargetRefusal.MalformedPort;
        return PortOf(port) is { } canonicalPort ? Write(scheme, host, canonicalPort, tail, out refusal) : null;
    }

    private static WebAddress? Write(string scheme, WebHost host, string port, string tail, out TargetRefusal refusal)
    {
        // The host is canonical by now; what Uri does is to write the rest in ASCII.
        refusal = TargetRefusal.MalformedHost;
        if (!Uri.TryCreate($"{scheme}{host.Text}{port}{tail}", UriKind.Absolute, out var uri) || uri.Host != host.Text)
        {
            return null;
        }

        refusal = TargetRefusal.TooLong;
        return uri.AbsoluteUri is { Length: <= MaximumLength } value ? new(value, host) : null;
    }

    /// <returns>With its colon; empty if there is none; nothing if it is no port.</returns>
    private static string? PortOf(string text) => text switch
    {
        "" or ":" => string.Empty,
        [':', .. var digits] when ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 =>
            string.Create(CultureInfo.InvariantCulture, $":{port}"),
        _ => null,
    };

    private static (string Before, string From) SplitAt(string text, int index) =>
        index < 0 ? (text, string.Empty) : (text[..index], text[index..]);
}
