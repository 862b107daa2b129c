using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Domain.Codes;

/// <summary>All codes of a length in an order that only the key knows (US-2): the pre-generated list, without the list.</summary>
/// <remarks>Whoever lacks the key can neither tell the next code from those that are out, nor how many are.</remarks>
internal sealed class PermutedCodes : IDisposable
{
    /// <summary>A permutation of halves needs two.</summary>
    public const int MinimumLength = 2;

    /// <summary>62^10 = 839,299,365,868,340,224, the last that needs no more than 64 bits.</summary>
    public const int MaximumLength = 10;

    private readonly FormatPreservingPermutation[] permutations;

    /// <param name="key">128, 192 or 256 bits, and the same for ever: another makes another order, in which codes come twice.</param>
    public PermutedCodes(ReadOnlySpan<byte> key)
    {
        permutations = new FormatPreservingPermutation[MaximumLength - MinimumLength + 1];
        for (var length = MinimumLength; length <= MaximumLength; length++)
        {
            permutations[length - MinimumLength] = new(key, LinkCode.Base62.Length, length);
        }
    }

    /// <param name="place">From 0, below <see cref="CountOf"/>.</param>
    /// <param name="length">Letters.</param>
    /// <returns>The code in that place; no two places have the same.</returns>
    public string CodeAt(long place, int length) =>
        string.Create(length, (ulong)Of(length).Permute((UInt128)place), static (letters, number) =>
        {
            for (var index = letters.Length - 1; index >= 0; index--)
            {
                (number, var letter) = ulong.DivRem(number, (ulong)LinkCode.Base62.Length);
                letters[index] = LinkCode.Base62[(int)letter];
            }
        });

    /// <returns>The place of a code among those of its length.</returns>
    public long PlaceOf(string code) => (long)Of(code.Length).Invert(
        code.Aggregate(UInt128.Zero, (number, letter) => (number * (uint)LinkCode.Base62.Length) + (uint)LinkCode.Base62.IndexOf(letter, StringComparison.Ordinal)));

    /// <returns>How many codes there are of a length.</returns>
    public long CountOf(int length) => (long)Of(length).Size;

    public void Dispose() => Array.ForEach(permutations, permutation => permutation.Dispose());

    private FormatPreservingPermutation Of(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, MinimumLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaximumLength);
        return permutations[length - MinimumLength];
    }
}
