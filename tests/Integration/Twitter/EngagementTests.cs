using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

[Trait("Mission", "A3")]
public sealed class EngagementTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("like")]
    [InlineData("repost")]
    public async Task Twice_is_as_once_and_it_can_be_taken_back_twice(string what)
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var tweet = await author.PostedAsync("Well said");
        var path = $"tweet/{tweet.Id}/{what}";

        await other.DoneAsync("PUT", path);
        await other.DoneAsync("PUT", path);
        Assert.Equal((1, true), Of(what, await other.TweetAsync(tweet.Id)));
        Assert.Equal((1, false), Of(what, await author.TweetAsync(tweet.Id)));

        await other.DoneAsync("DELETE", path);
        await other.DoneAsync("DELETE", path);
        Assert.Equal((0, false), Of(what, await other.TweetAsync(tweet.Id)));
        await app.AssertBalancedAsync();
    }

    [Theory]
    [InlineData("like")]
    [InlineData("repost")]
    public async Task Of_50_times_at_once_by_one_it_is_one(string what)
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var tweet = await author.PostedAsync("Well said");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => other.DoneAsync("PUT", $"tweet/{tweet.Id}/{what}")));

        Assert.Equal((1, true), Of(what, await other.TweetAsync(tweet.Id)));
        await app.AssertBalancedAsync();
    }

    [Theory]
    [InlineData("like")]
    [InlineData("repost")]
    public async Task Of_50_people_at_once_it_is_50_and_none_when_all_take_it_back(string what)
    {
        using var author = await app.PersonAsync();
        var others = await app.PeopleAsync(50);
        var tweet = await author.PostedAsync("Well said");

        await Task.WhenAll(others.Select(other => other.DoneAsync("PUT", $"tweet/{tweet.Id}/{what}")));
        Assert.Equal((50, false), Of(what, await author.TweetAsync(tweet.Id)));
        await app.AssertBalancedAsync();

        await Task.WhenAll(others.Select(other => other.DoneAsync("DELETE", $"tweet/{tweet.Id}/{what}")));
        Assert.Equal((0, false), Of(what, await author.TweetAsync(tweet.Id)));
        await app.AssertBalancedAsync();
    }

    [Theory]
    [InlineData("like")]
    [InlineData("repost")]
    public async Task Whoever_comes_and_goes_at_once_the_count_is_that_of_who_is_left(string what)
    {
        using var author = await app.PersonAsync();
        var others = await app.PeopleAsync(10);
        var tweet = await author.PostedAsync("Well said");

        await Task.WhenAll(others.SelectMany(other => Enumerable.Range(0, 6).Select(number => other.DoneAsync(number % 2 == 0 ? "PUT" : "DELETE", $"tweet/{tweet.Id}/{what}"))));

        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task A_repost_stands_in_the_profile_of_who_reposted_it_until_it_is_taken_back()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var tweet = await author.PostedAsync("Well said");

        await other.RepostAsync(tweet.Id);
        var line = Assert.Single(await author.LinesAsync(other));
        Assert.Equal((tweet.Id, other.Name, author.Name), (line.Tweet.Id, line.RepostedBy!.UserName, line.Tweet.Author.UserName));
        Assert.NotEqual(tweet.Id, line.Id);
        Assert.Equal(0, (await other.ProfileAsync(other)).Tweets);

        await other.DoneAsync("DELETE", $"tweet/{tweet.Id}/repost");
        Assert.Empty(await author.LinesAsync(other));
    }

    [Fact]
    public async Task A_repost_that_is_on_its_way_into_feeds_goes_no_further_when_it_is_taken_back_or_its_tweet_deleted()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        await author.FollowAsync(other);
        var (undone, deleted) = (await author.PostedAsync("One"), await author.PostedAsync("Two"));
        await other.RepostAsync(undone.Id);
        await other.RepostAsync(deleted.Id);

        await other.DoneAsync("DELETE", $"tweet/{undone.Id}/repost");
        await author.DeleteTweetAsync(deleted.Id);

        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Nobody_reposts_their_own_tweet_or_one_that_is_not_for_everybody()
    {
        using var author = await app.PersonAsync(isPrivate: true);
        using var follower = await app.PersonAsync();
        await follower.FollowAsync(author);
        await author.AcceptAsync(follower);
        var tweet = await author.PostedAsync("Between us");

        Assert.Equal((409, "twitter.own-tweet"), await author.DoAsync("PUT", $"tweet/{tweet.Id}/repost"));
        Assert.Equal((409, "twitter.tweet-private"), await follower.DoAsync("PUT", $"tweet/{tweet.Id}/repost"));
        await follower.LikeAsync(tweet.Id);
        Assert.Equal((1, 0), ((await author.TweetAsync(tweet.Id)).Likes, (await author.TweetAsync(tweet.Id)).Reposts));
    }

    [Fact]
    public async Task What_one_may_not_see_one_cannot_like_but_take_back_that_one_did()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var tweet = await author.PostedAsync("Well said");
        await other.LikeAsync(tweet.Id);
        await other.RepostAsync(tweet.Id);
        await author.GoPrivateAsync();

        Assert.Equal((404, "twitter.tweet-not-found"), await other.DoAsync("PUT", $"tweet/{tweet.Id}/like"));
        Assert.Equal((404, "twitter.tweet-not-found"), await other.DoAsync("PUT", $"tweet/{tweet.Id}/repost"));
        await other.DoneAsync("DELETE", $"tweet/{tweet.Id}/like");
        await other.DoneAsync("DELETE", $"tweet/{tweet.Id}/repost");

        Assert.Equal((0, 0), ((await author.TweetAsync(tweet.Id)).Likes, (await author.TweetAsync(tweet.Id)).Reposts));
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Likes_and_reposts_while_the_author_goes_private_and_opens_up_are_all_answered()
    {
        using var author = await app.PersonAsync();
        var others = await app.PeopleAsync(20);
        var tweet = await author.PostedAsync("Well said");

        var answers = others.SelectMany(other => new[] { other.DoAsync("PUT", $"tweet/{tweet.Id}/like"), other.DoAsync("PUT", $"tweet/{tweet.Id}/repost") }).ToList();
        await author.GoPrivateAsync();
        await author.GoPrivateAsync(false);

        Assert.All(await Task.WhenAll(answers), answer => Assert.True(answer.Status is 204 or 404 or 409, $"{answer}"));
        await app.AssertBalancedAsync();
    }

    private static (int Count, bool Mine) Of(string what, TweetBody tweet) => what == "like" ? (tweet.Likes, tweet.Liked) : (tweet.Reposts, tweet.Reposted);
}
