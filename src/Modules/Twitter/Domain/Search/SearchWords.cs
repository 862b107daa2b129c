using System.Globalization;
using System.Text;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Domain.Search;

/// <summary>
/// What of a text can be searched for. The databases' own ways to find words differ, so they are found here, for both: without case, accents
/// and widths, and each letter of a script without blanks for itself.
/// </summary>
internal static class SearchWords
{
    /// <summary>In code points: more is no word, and PostgreSQL keeps none of more than 2,046 bytes.</summary>
    public const int MaximumLength = 64;

    /// <summary>Words have none of these signs, so nobody writes what is meant for a tag or an author.</summary>
    public static string OfTag(string tag) => $"#{string.Concat(In(tag))}";

    /// <inheritdoc cref="OfTag"/>
    public static string OfAuthor(int author) => string.Create(CultureInfo.InvariantCulture, $"@{author}");

    /// <returns>Everything by which a tweet is found: its words in their order, then its tags and its author.</returns>
    public static IReadOnlyList<string> Of(string text, int author) => [.. In(text), .. TweetText.TagsIn(text).Select(OfTag), OfAuthor(author)];

    /// <returns>The words of a text, in their order.</returns>
    public static IReadOnlyList<string> In(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var length = 0;
        foreach (var rune in Folded(text).EnumerateRunes())
        {
            if (!IsOfWord(rune))
            {
                End();
                continue;
            }

            if (IsWordOfItsOwn(rune))
            {
                End();
            }

            if (length < MaximumLength)
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
                length++;
            }

            if (IsWordOfItsOwn(rune))
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            if (length > 0)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            length = 0;
        }
    }

    /// <summary>Without accents and apostrophes. Halves of characters, which cannot be normalized, become a sign that is of no word.</summary>
    private static string Folded(string text)
    {
        var whole = string.Concat(text.EnumerateRunes());
        var plain = whole.Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(rune => rune.Value is not ((>= 0x300 and <= 0x36F) or '\'' or 0x2019));
        return string.Concat(plain).Normalize(NormalizationForm.FormC);
    }

    private static bool IsOfWord(Rune rune) => rune.Value == '_' || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Kana and Han, which are written without blanks.</summary>
    private static bool IsWordOfItsOwn(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
