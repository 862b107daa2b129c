using System.Globalization;
using System.Text;

namespace SystemDesign.Notifications.Domain;

/// <summary>Text of others, made fit for where it goes.</summary>
internal static class PlainText
{
    private const string Ellipsis = "…";

    /// <summary>Without line breaks or anything else that does not show, which would be a header of its own in an e-mail.</summary>
    public static string OneLine(string text) => Clean(text, _ => ' ').Trim();

    /// <summary>With line breaks, and without other control characters.</summary>
    public static string Lines(string text) => Clean(text.ReplaceLineEndings("\n"), character => character.Value is '\n' or '\t' ? (char)character.Value : ' ').Trim();

    /// <summary>Cut between what readers see as characters (UAX 29), never within one.</summary>
    /// <param name="text">Any.</param>
    /// <param name="length">UTF-16 code units that the result has at most, its ellipsis included.</param>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) <= length - Ellipsis.Length)
        {
            end += StringInfo.GetNextTextElementLength(text, end);
        }

        return length < Ellipsis.Length ? string.Empty : text[..end].TrimEnd() + Ellipsis;
    }

    private static string Clean(string text, Func<Rune, char> replace)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                clean.Append(replace(character));
            }
            else
            {
                clean.Append(character.ToString());
            }
        }

        return clean.ToString();
    }
}
