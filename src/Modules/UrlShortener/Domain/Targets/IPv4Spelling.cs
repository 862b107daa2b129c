using System.Buffers.Binary;
using System.Net;

namespace SystemDesign.UrlShortener.Domain.Targets;

/// <summary>
/// IPv4 addresses in every spelling that browsers take (WHATWG URL, section 3.5, from BSD's <c>inet_aton</c>): one to four
/// parts, each decimal, octal or hexadecimal, where the last one fills what the others leave. 127.0.0.1 is also 2130706433,
/// 0x7f.1 and 0177.0.0.1.
/// </summary>
internal static class IPv4Spelling
{
    private const int Parts = 4;

    /// <returns>Whether it can be nothing but an IPv4 address: no top-level domain is a number.</returns>
    public static bool EndsInNumber(string host) =>
        PartsOf(host)[^1] is { Length: > 0 } last && (last.All(char.IsAsciiDigit) || Number(last) is not null);

    /// <returns>Nothing if a part is no number, or too large for its place.</returns>
    public static IPAddress? Parse(string host)
    {
        var parts = PartsOf(host);
        var numbers = parts.Select(Number).OfType<ulong>().ToArray();
        if (numbers.Length != parts.Length || numbers.Length > Parts || numbers.SkipLast(1).Any(number => number > byte.MaxValue))
        {
            return null;
        }

        var bitsOfLast = 8 * (Parts - numbers.Length + 1);
        if (numbers[^1] >> bitsOfLast > 0)
        {
            return null;
        }

        var value = numbers.SkipLast(1).Select((number, index) => number << (8 * (Parts - 1 - index))).Append(numbers[^1]).Aggregate((sum, part) => sum | part);
        var bytes = new byte[Parts];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        return new(bytes);
    }

    private static string[] PartsOf(string host) => (host.EndsWith('.') ? host[..^1] : host).Split('.');

    /// <returns>Nothing if it is no number; a number that is too large for any place stays so.</returns>
    private static ulong? Number(string part) => part switch
    {
        "" => null,
        ['0', 'x' or 'X', .. var digits] => Number(digits, 16),
        ['0', .. var digits] => Number(digits, 8),
        _ => Number(part, 10),
    };

    private static ulong? Number(string digits, uint radix)
    {
        var value = 0ul;
        foreach (var character in digits)
        {
            var digit = char.IsAsciiHexDigit(character) ? (uint)Convert.FromHexString(['0', character])[0] : radix;
            if (digit >= radix)
            {
                return null;
            }

            value = Math.Min((value * radix) + digit, ulong.MaxValue >> 8);
        }

        return value;
    }
}
