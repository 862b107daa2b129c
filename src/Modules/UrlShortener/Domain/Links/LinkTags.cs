using System.Globalization;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>What tags may be: told apart by their letters, whatever their case, and never by spaces around them.</summary>
internal static class LinkTags
{
    public const int Maximum = 10;

    public const int MaximumLength = 30;

    public static bool IsValid(string? tag) => tag?.Trim() is { Length: >= 1 and <= MaximumLength } trimmed && !trimmed.Any(char.IsControl);

    public static string Normalize(string tag) => CultureInfo.InvariantCulture.TextInfo.ToLower(tag.Trim());

    /// <returns>Each once, in the order in which they were given.</returns>
    public static IReadOnlyList<string> Normalize(IEnumerable<string>? tags) => [.. (tags ?? []).Select(Normalize).Distinct(StringComparer.Ordinal)];
}
