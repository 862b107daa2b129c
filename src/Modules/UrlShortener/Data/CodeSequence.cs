namespace SystemDesign.UrlShortener.Data;

/// <summary>The codes of a length, in the order of a key, and how far they are given out.</summary>
internal sealed class CodeSequence
{
    public const int KeyLength = 32;

    /// <summary>Letters.</summary>
    public required int Length { get; init; }

    /// <summary>Random, secret, and the same for ever: another makes another order, in which codes come twice.</summary>
    public required byte[] Key { get; init; }

    /// <summary>The first place that nobody has leased; at the end or beyond it, there is none.</summary>
    public required long Next { get; init; }
}
