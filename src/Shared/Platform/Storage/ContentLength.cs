using System.Globalization;

namespace SystemDesign.Platform.Storage;

/// <summary>What is put has as many bytes as was said.</summary>
internal static class ContentLength
{
    public static IOException Differs(long said) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The content has not the {said} bytes that were said; nothing of it is kept."));
}
