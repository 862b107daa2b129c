using System.Numerics;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Domain.Capacity;

/// <summary>How many codes there are of a length, and so how long codes have to be (US-1).</summary>
internal static class CodeSpace
{
    public static BigInteger SizeOf(int length) => BigInteger.Pow(LinkCode.Base62.Length, length);

    /// <returns>The shortest length with more codes than there will be links, which is what the notes ask for; at least 1.</returns>
    public static int LengthFor(BigInteger links)
    {
        var length = 1;
        while (SizeOf(length) <= links)
        {
            length++;
        }

        return length;
    }

    /// <returns>What a list of all codes takes (US-2), a byte for each letter and nothing between them.</returns>
    public static BigInteger BytesOf(int length) => SizeOf(length) * length;
}
