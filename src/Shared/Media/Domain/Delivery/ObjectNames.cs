using System.Buffers;

namespace SystemDesign.Media.Domain.Delivery;

internal static class ObjectNames
{
    /// <summary>SHA-256 as hexadecimal digits.</summary>
    private const int HashLength = 64;

    private const int LongestEnding = 15;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private static readonly SearchValues<char> EndingLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Whether there can be an object of that name: else nobody needs to look, and a path is none.</summary>
    public static bool IsPossible(string name) =>
        name.Length is > HashLength + 1 and <= HashLength + 1 + LongestEnding
        && name[HashLength] == '.'
        && !name.AsSpan(0, HashLength).ContainsAnyExcept(Digits)
        && !name.AsSpan(HashLength + 1).ContainsAnyExcept(EndingLetters);
}
