using System.Buffers;
using System.Security.Cryptography;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>
/// The part of a short address that says which link it is: generated, or an alias that its owner chose. Case matters,
/// everywhere and whatever the database's collation.
/// </summary>
internal static class LinkCode
{
    public const int MinimumLength = 3;

    public const int MaximumLength = 32;

    /// <summary>62^7 = 3,521,614,606,208 codes, which is what the notes count on (US-2).</summary>
    public const int GeneratedLength = 7;

    /// <summary>What a generated code is made of.</summary>
    public const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> Allowed = SearchValues.Create($"{Base62}-_");

    public static bool IsValid(string code) =>
        code.Length is >= MinimumLength and <= MaximumLength && !code.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>Unguessable, so that nobody can walk through the links of others.</summary>
    public static string Random() => RandomNumberGenerator.GetString(Base62, GeneratedLength);
}
