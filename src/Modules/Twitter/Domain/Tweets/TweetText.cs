using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>The text of a tweet: how long it may be, whom it names and what it is about.</summary>
internal static partial class TweetText
{
    /// <summary>What a reader takes for a character, however many code points it has: 👩‍🚀 is one (UAX #29).</summary>
    public const int MaximumGraphemes = 280;

    /// <summary>In UTF-16: a family is 11 of them. More is no text but accents that are heaped up.</summary>
    public const int MaximumCharacters = 4_000;

    public const int MaximumTagLength = 100;

    /// <summary>Whoever is named is told, so nobody names a crowd.</summary>
    public const int MaximumMentions = 50;

    public const int MaximumTags = 50;

    /// <summary>As it is kept: composed (NFC), so that what looks alike is alike, with plain line breaks, and without blanks around it. May be longer than it was.</summary>
    public static string Normalize(string text) => text.ReplaceLineEndings("\n").Trim().Normalize(NormalizationForm.FormC);

    /// <returns>Whether it can be normalized and kept: no half of a character, no code point that is none, and none that controls what shows it.</returns>
    public static bool IsText(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsNoCharacter(rune) || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')))
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>Whether there is anything to see in it: blanks of no width, joiners and accents on nothing are not.</returns>
    public static bool SaysSomething(string text) => text.EnumerateRunes().Any(rune =>
        !Rune.IsWhiteSpace(rune) && !IsMark(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format);

    public static int GraphemesOf(string text) => new StringInfo(text).LengthInTextElements;

    /// <returns>The names after an @, in lower case, each once, in their order.</returns>
    public static IReadOnlyList<string> MentionsIn(string text) =>
        [.. Mention().Matches(text).Select(match => CultureInfo.InvariantCulture.TextInfo.ToLower(match.Groups[1].Value)).Distinct(StringComparer.Ordinal).Take(MaximumMentions)];

    /// <returns>The words after a number sign, in lower case, each once, in their order; none that is longer than a tag may be.</returns>
    public static IReadOnlyList<string> TagsIn(string text) =>
        [.. WordsAfterNumberSigns(text).Select(NormalizeTag).Where(IsTag).Distinct(StringComparer.Ordinal).Take(MaximumTags)];

    public static string NormalizeTag(string tag) => CultureInfo.InvariantCulture.TextInfo.ToLower(tag.Normalize(NormalizationForm.FormKC));

    /// <summary>User names have 3 to 30 letters; an address of e-mail and the path of a page name nobody.</summary>
    [GeneratedRegex(@"(?<![\w@/+-])@([A-Za-z0-9_]{3,30})(?![\w@])")]
    private static partial Regex Mention();

    /// <summary>
    /// Letters of whatever script with their marks, digits and underscores, at least one of them no digit (UAX #31, hashtags). By code points,
    /// since many a script and many a name lies beyond the first 65,536, where regular expressions see two halves.
    /// </summary>
    private static IEnumerable<string> WordsAfterNumberSigns(string text)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        for (var at = 0; at < runes.Length; at++)
        {
            if (!IsNumberSign(runes[at]) || (at > 0 && (IsOfWord(runes[at - 1]) || runes[at - 1].Value is '&' or '/')))
            {
                continue;
            }

            var word = runes.Skip(at + 1).TakeWhile(IsOfWord).ToList();
            if (word.Count > 0 && !IsMark(word[0]) && word.Exists(rune => Rune.IsLetter(rune) || rune.Value == '_'))
            {
                yield return string.Concat(word);
            }

            at += word.Count;
        }
    }

    /// <summary>Keyboards for Chinese, Japanese and Korean have a wide one.</summary>
    private static bool IsNumberSign(Rune rune) => rune.Value is '#' or '\uFF03';

    /// <summary>One ligature stands for a whole sentence, with blanks in it.</summary>
    private static bool IsTag(string tag) => tag.Length <= MaximumTagLength && tag.EnumerateRunes().All(IsOfWord);

    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || IsMark(rune) || rune.Value == '_';

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Unicode keeps some code points for ever free, for a program's own use; normalization throws at some of them.</summary>
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
