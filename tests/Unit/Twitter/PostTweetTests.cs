using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Tests.Unit.Twitter;

/// <summary>What may be posted at all, before anybody looks whether what it names is there.</summary>
[Trait("Mission", "A3")]
public sealed class PostTweetTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(280, true)]
    [InlineData(281, false)]
    public void A_tweet_has_1_to_280_characters_however_they_are_made(int length, bool isAllowed)
    {
        foreach (var character in new[] { "a", "e\u0301", "👨‍👩‍👧‍👦", "🇩🇪" })
        {
            var text = string.Concat(Enumerable.Repeat(character, length));
            Assert.True(IsAllowed(text) == isAllowed, $"{length} times {character}");
            Assert.True(IsAllowed($" {text}\n") == isAllowed, $"{length} times {character} between blanks");
        }
    }

    /// <summary>U+0344 is one character before it is normalized, and two after.</summary>
    [Theory]
    [InlineData("a", 3_999, true)]
    [InlineData("a\u0344", 1_900, true)]
    [InlineData("a\u0344", 3_998, false)]
    [InlineData("a", 4_000, false)]
    public void What_is_heaped_on_a_character_fits_where_it_is_kept(string start, int marks, bool isAllowed) =>
        Assert.Equal(isAllowed, IsAllowed(start + new string(start.Length == 1 ? '\u0323' : '\u0344', marks)));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u200b")]
    [InlineData("a\0")]
    [InlineData("\ud83d")]
    [InlineData("a\ufffe")]
    public void A_tweet_says_something_that_can_be_read(string text) => Assert.False(IsAllowed(text));

    [Fact]
    public void A_tweet_shows_at_most_4_files_and_each_is_named()
    {
        Assert.True(IsAllowed("a", "1", "2", "3", "4"));
        Assert.False(IsAllowed("a", "1", "2", "3", "4", "5"));
        Assert.False(IsAllowed("a", "1", ""));
    }

    private static bool IsAllowed(string text, params string[] media) => new PostTweet.Validator().Validate(new PostTweet(text, null, null, media)).IsValid;
}
