using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Tests.Unit.Twitter;

/// <summary>Lengths are those that readers see, and what is kept is what was meant.</summary>
[Trait("Mission", "A3")]
public sealed class TweetTextTests
{
    private const string Family = "👨‍👩‍👧‍👦";

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    /// <summary>Each of these is one character to a reader, by whichever rule of UAX #29.</summary>
    private static readonly string[] Characters = ["a", "é", "e\u0301", "漢", "𠮷", "한", "\u1112\u1161\u11ab", Family, "👩🏽‍🚀", "🇩🇪", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "நி", "ส\u0e33", "z\u0335\u0341\u0357"];

    private static readonly string[] PartsOfTags = ["#", "#", "＃", "a", "B", "é", "e\u0301", "1", "_", " ", "日", "𠮷", "𞤀", "👍", "\u200d", "ﬁ", "ﷺ", "&", "/", "K"];

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData(Family, 1)]
    [InlineData($"{Family}{Family}", 2)]
    [InlineData("🇩🇪🇫🇷", 2)]
    [InlineData("🇩🇪🇫", 2)]
    [InlineData("👍🏿👍", 2)]
    [InlineData("e\u0301e\u0300\u0323", 2)]
    [InlineData("a\nb", 3)]
    [InlineData("각\u1100\u1161", 2)]
    public void Counts_what_readers_take_for_characters(string text, int graphemes) => Assert.Equal(graphemes, TweetText.GraphemesOf(text));

    [Fact]
    public void Whatever_the_characters_are_so_many_are_counted() =>
        Prop.ForAll(Gen.Elements(Characters).ListOf().ToArbitrary(), characters =>
            TweetText.GraphemesOf(string.Join(' ', characters)) == Math.Max(0, (2 * characters.Count) - 1)).Check(Thorough);

    [Fact]
    public void What_is_kept_is_kept_as_it_is_when_it_comes_again() => Prop.ForAll<string>(given =>
    {
        var text = given ?? string.Empty;
        if (!TweetText.IsText(text))
        {
            return;
        }

        var kept = TweetText.Normalize(text);
        Assert.Equal(kept, TweetText.Normalize(kept));
        Assert.True(kept.IsNormalized(NormalizationForm.FormC));
        Assert.DoesNotContain('\r', kept);
        Assert.Equal(kept.Trim(), kept);
    }).Check(Thorough);

    [Fact]
    public void Whatever_passes_for_text_can_be_normalized_and_stored() => Prop.ForAll(ArbMap.Default.GeneratorFor<char>().ArrayOf().ToArbitrary(), characters =>
    {
        var text = new string(characters);
        if (TweetText.IsText(text))
        {
            Assert.Equal(TweetText.Normalize(text), new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.UTF8.GetBytes(TweetText.Normalize(text))));
        }
    }).Check(Thorough);

    [Theory]
    [InlineData("  hello \n", "hello")]
    [InlineData("e\u0301", "é")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("\u1112\u1161\u11ab", "한")]
    public void Keeps_composed_characters_plain_line_breaks_and_no_blanks_around_them(string text, string kept) => Assert.Equal(kept, TweetText.Normalize(text));

    [Theory]
    [InlineData('\0')]
    [InlineData('\u0007')]
    [InlineData('\u007f')]
    [InlineData('\u0085')]
    [InlineData('\ud83d')]
    [InlineData('\udc69')]
    [InlineData('\ufffd')]
    [InlineData('\ufffe')]
    [InlineData('\uffff')]
    [InlineData('\ufdd0')]
    public void Controls_halves_and_what_is_no_character_are_no_text(char character) => Assert.False(TweetText.IsText($"a{character}b"));

    [Theory]
    [InlineData("line\nbreak\r\nand\ttab")]
    [InlineData($"{Family} 🇩🇪 \u200f עברית")]
    public void Line_breaks_tabs_and_marks_of_direction_are_text(string text) => Assert.True(TweetText.IsText(text));

    [Theory]
    [InlineData("a", true)]
    [InlineData("👍", true)]
    [InlineData("?", true)]
    [InlineData(" \u200b\u2060\ufeff", false)]
    [InlineData("\u200d\u0301", false)]
    [InlineData("\u202e\u202c", false)]
    public void Says_something_if_there_is_anything_to_see(string text, bool saysSomething) => Assert.Equal(saysSomething, TweetText.SaysSomething(text));

    [Theory]
    [InlineData("Hello @ada_lovelace!", "ada_lovelace")]
    [InlineData("@Ada, @ADA and @ada", "ada")]
    [InlineData("(@ada) .@bob \"@eve\"", "ada bob eve")]
    [InlineData("@zoe @ada", "zoe ada")]
    [InlineData("@ada's @bob.", "ada bob")]
    [InlineData("漢字 @ada", "ada")]
    public void Names_whom_it_names_each_once_and_in_order(string text, string names) => Assert.Equal(names.Split(' '), TweetText.MentionsIn(text));

    [Theory]
    [InlineData("ada@example.org")]
    [InlineData("ada+tag@example.org, a-@example.org")]
    [InlineData("https://example.org/@ada")]
    [InlineData("@ada@example.org")]
    [InlineData("@ab")]
    [InlineData("@abcdefghijklmnopqrstuvwxyz01234")]
    [InlineData("@@ada")]
    [InlineData("@adé_")]
    [InlineData("@ ada")]
    public void Addresses_paths_and_what_is_no_user_name_name_nobody(string text) => Assert.Empty(TweetText.MentionsIn(text));

    [Fact]
    public void Names_50_at_most() => Assert.Equal(
        Enumerable.Range(100, TweetText.MaximumMentions).Select(number => $"user{number}"),
        TweetText.MentionsIn(string.Join(' ', Enumerable.Range(100, 60).Select(number => $"@user{number}"))));

    [Theory]
    [InlineData("#first", "first")]
    [InlineData("#One #one #ONE", "one")]
    [InlineData("(#a1) #b_2,#c", "a1 b_2 c")]
    [InlineData("＃ｆｕｌｌ #ﬁne", "full fine")]
    [InlineData("#日本語 ＃東京", "日本語 東京")]
    [InlineData("#привет #ΑΘΗΝΑ", "привет αθηνα")]
    [InlineData("#हिन्दी #ภาษาไทย", "हिन्दी ภาษาไทย")]
    [InlineData("#cafe\u0301", "café")]
    [InlineData("#𠮷野家 #𞤀𞤣𞤤𞤢𞤥", "𠮷野家 𞤢𞤣𞤤𞤢𞤥")]
    [InlineData("#2026goals", "2026goals")]
    [InlineData("#fun👍 #love❤️", "fun love")]
    public void Is_about_words_of_whatever_script_each_once(string text, string tags) => Assert.Equal(tags.Split(' '), TweetText.TagsIn(text));

    [Theory]
    [InlineData("#")]
    [InlineData("#123 #１２３")]
    [InlineData("a#b")]
    [InlineData("&#x27; https://example.org/#part")]
    [InlineData("#️⃣ #️⃣fun")]
    [InlineData("#👍")]
    public void Digits_alone_parts_of_pages_and_keycaps_are_no_tags(string text) => Assert.Empty(TweetText.TagsIn(text));

    [Fact]
    public void Is_about_50_words_at_most_and_none_of_more_than_100_characters()
    {
        var tags = TweetText.TagsIn($"#{new string('x', 101)} #{new string('y', 100)} {string.Join(' ', Enumerable.Range(0, 60).Select(number => $"#t{number}"))}");

        Assert.Equal(TweetText.MaximumTags, tags.Count);
        Assert.Equal(new string('y', 100), tags[0]);
        Assert.Equal("t48", tags[^1]);
    }

    [Fact]
    public void What_it_is_about_is_found_by_what_it_says() => Prop.ForAll(Gen.Elements(PartsOfTags).ListOf().ToArbitrary(), parts =>
    {
        foreach (var tag in TweetText.TagsIn(string.Concat(parts)))
        {
            Assert.Equal([tag], TweetText.TagsIn($"#{tag}"));
            Assert.Equal(tag, TweetText.NormalizeTag(tag));
        }
    }).Check(Thorough);
}
