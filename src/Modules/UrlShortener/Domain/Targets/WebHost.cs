using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace SystemDesign.UrlShortener.Domain.Targets;

/// <summary>A host as browsers read it (WHATWG URL, section 3.5), written in one way, however it was spelled.</summary>
/// <param name="Text">Lower-case ASCII: a name with its international labels in Punycode (RFC 5891), or an address, IPv6 in brackets.</param>
/// <param name="Address">Nothing if it is a name.</param>
internal sealed record WebHost(string Text, IPAddress? Address)
{
    /// <summary>RFC 1035, section 2.3.4, without the dot at the end.</summary>
    private const int MaximumNameLength = 253;

    private const int MaximumLabelLength = 63;

    private const string PunycodePrefix = "xn--";

    private static readonly IdnMapping International = new();

    /// <summary>Letters, digits and hyphens (RFC 952), and the underscore, which some hosts have nevertheless.</summary>
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Without the percent sign: a zone names a network card of whoever reads it.</summary>
    private static readonly SearchValues<char> IPv6Characters = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <param name="text">As it stands in an address, without the port.</param>
    /// <returns>Nothing if it is no host, or one that browsers and others read differently.</returns>
    public static WebHost? Parse(string text) =>
        text is ['[', .. var address, ']'] ? OfIPv6(address)
        : AsciiOf(text) is not { } name ? null
        : IPv4Spelling.EndsInNumber(name) ? OfIPv4(name)
        : new(name, null);

    private static WebHost? OfIPv6(string text) =>
        !text.AsSpan().ContainsAnyExcept(IPv6Characters) && IPAddress.TryParse(text, out var address) ? new($"[{address}]", address) : null;

    private static WebHost? OfIPv4(string name) => IPv4Spelling.Parse(name) is { } address ? new(address.ToString(), address) : null;

    private static string? AsciiOf(string text)
    {
        try
        {
            // UTS 46 maps case, full-width letters and digits and ideographic full stops, and drops what cannot be seen.
            var ascii = Lower(Ascii.IsValid(text) ? text : International.GetAscii(text));
            return IsName(ascii) && IsWrittenAsItReads(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsName(string ascii)
    {
        var name = ascii.EndsWith('.') ? ascii[..^1] : ascii;
        return name.Length is > 0 and <= MaximumNameLength
            && !name.AsSpan().ContainsAnyExcept(NameCharacters)
            && name.Split('.').All(label => label.Length is > 0 and <= MaximumLabelLength);
    }

    /// <summary>Punycode can spell what nobody would spell so: full-width digits, capitals, ASCII.</summary>
    private static bool IsWrittenAsItReads(string ascii) =>
        !ascii.Split('.').Any(label => label.StartsWith(PunycodePrefix, StringComparison.Ordinal))
        || Lower(International.GetAscii(International.GetUnicode(ascii).Normalize(NormalizationForm.FormKC))) == ascii;

    private static string Lower(string ascii)
    {
        var letters = ascii.ToCharArray();
        Ascii.ToLowerInPlace(letters, out _);
        return new(letters);
    }
}
