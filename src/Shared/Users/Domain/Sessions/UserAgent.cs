using System.Globalization;
using System.Text;

namespace SystemDesign.Users.Domain.Sessions;

/// <summary>What a client says of itself (RFC 9110, section 10.1.5), so that a user can tell their sign-ins apart. It may say anything.</summary>
internal static class UserAgent
{
    public const int MaximumLength = 200;

    /// <returns>Without what does not show or changes how the rest shows, cut to <see cref="MaximumLength"/>; nothing if nothing is left.</returns>
    public static string? Shown(string? sent)
    {
        var shown = new StringBuilder();
        foreach (var character in (sent ?? string.Empty).EnumerateRunes().Where(Shows))
        {
            if (shown.Length + character.Utf16SequenceLength > MaximumLength)
            {
                break;
            }

            shown.Append(character.ToString());
        }

        return shown.ToString().Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>An unpaired surrogate becomes U+FFFD with <see cref="string.EnumerateRunes"/>, so that whatever is left can be stored.</summary>
    private static bool Shows(Rune character) => Rune.GetUnicodeCategory(character)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
