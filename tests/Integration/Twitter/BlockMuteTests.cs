using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

[Trait("Mission", "A3")]
public sealed class BlockMuteTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_block_hides_each_from_the_other_and_ends_what_was_between_them()
    {
        using var me = await app.PersonAsync();
        using var other = await app.PersonAsync();
        await me.FollowAsync(other);
        await other.FollowAsync(me);
        var (mine, theirs) = (await me.PostedAsync("Mine"), await other.PostedAsync("Theirs"));

        await me.BlockAsync(other);
        await me.BlockAsync(other);

        Assert.Equal((404, "twitter.tweet-not-found"), await me.DoAsync("GET", $"tweet/{theirs.Id}"));
        Assert.Equal((404, "twitter.tweet-not-found"), await other.DoAsync("GET", $"tweet/{mine.Id}"));
        foreach (var list in new[] { "tweets", "followers", "following" })
        {
            Assert.Equal((404, "twitter.account-blocked"), await me.DoAsync("GET", $"users/{other.Name}/{list}"));
            Assert.Equal((404, "twitter.person-not-found"), await other.DoAsync("GET", $"users/{me.Name}/{list}"));
        }

        var profile = await me.ProfileAsync(other);
        Assert.Equal((new RelationBody(false, false, false, true, false), 0), (profile.Relation, profile.Tweets));
        Assert.Equal((404, "twitter.person-not-found"), await other.DoAsync("GET", $"users/{me.Name}"));
        Assert.Equal((404, "twitter.person-not-found"), await me.DoAsync("PUT", $"users/{other.Name}/follow"));
        Assert.Equal((404, "twitter.person-not-found"), await other.DoAsync("PUT", $"users/{me.Name}/follow"));
        Assert.Equal([other.Name], await me.NamesAsync("blocks"));
        Assert.Empty(await other.NamesAsync("blocks"));
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task A_block_that_is_taken_back_shows_each_again_and_restores_no_edge()
    {
        using var me = await app.PersonAsync();
        using var other = await app.PersonAsync();
        await me.FollowAsync(other);
        var tweet = await other.PostedAsync("Theirs");
        await me.BlockAsync(other);
        await other.BlockAsync(me);

        await me.DoneAsync("DELETE", $"users/{other.Name}/block");
        Assert.Equal((404, "twitter.tweet-not-found"), await me.DoAsync("GET", $"tweet/{tweet.Id}"));
        await other.DoneAsync("DELETE", $"users/{me.Name}/block");
        await other.DoneAsync("DELETE", $"users/{me.Name}/block");

        Assert.Equal("Theirs", (await me.TweetAsync(tweet.Id)).Text);
        Assert.Equal(new RelationBody(false, false, false, false, false), (await me.ProfileAsync(other)).Relation);
    }

    [Fact]
    public async Task A_block_takes_back_a_request_of_either()
    {
        using var me = await app.PersonAsync(isPrivate: true);
        using var other = await app.PersonAsync(isPrivate: true);
        await me.FollowAsync(other);
        await other.FollowAsync(me);

        await me.BlockAsync(other);

        Assert.Empty(await me.NamesAsync("follow-requests"));
        Assert.Empty(await other.NamesAsync("follow-requests"));
        Assert.Equal((404, "twitter.request-not-found"), await other.DoAsync("PUT", $"follow-requests/{me.Name}"));
    }

    [Fact]
    public async Task What_the_blocked_answer_and_quote_is_neither_listed_nor_counted_for_who_blocks_them()
    {
        using var me = await app.PersonAsync();
        using var other = await app.PersonAsync();
        using var third = await app.PersonAsync();
        var tweet = await third.PostedAsync("Well?");
        var reply = await other.RepliedAsync(tweet.Id);
        await third.RepliedAsync(tweet.Id);
        await other.QuotedAsync(tweet.Id);

        await me.BlockAsync(other);

        Assert.Equal((1, 0), await CountsAsync(me, tweet.Id));
        Assert.Equal((2, 1), await CountsAsync(third, tweet.Id));
        Assert.DoesNotContain(reply.Id, (await me.RepliesAsync(tweet.Id)).Select(shown => shown.Id));
        await me.RepliedAsync(tweet.Id);
        Assert.Equal((2, 1), await CountsAsync(other, tweet.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_is_blocked_is_neither_named_nor_told_that_they_are(bool isAuthorBlocking)
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        await (isAuthorBlocking ? author.BlockAsync(other) : other.BlockAsync(author));

        var tweet = await author.PostedAsync($"Hello @{other.Name}");

        Assert.Empty(tweet.Mentions);
        Assert.Empty((await author.TweetAsync(tweet.Id)).Mentions);
        var key = tweet.Id.ToString();
        var told = await app.AskTwitterAsync(db => db.Set<OutboxEvent>().Where(happened => happened.Key == key).Select(happened => happened.Payload).ToListAsync());
        Assert.DoesNotContain(other.Id.ToString(), Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_muted_are_read_as_before_and_do_not_know()
    {
        using var me = await app.PersonAsync();
        using var other = await app.PersonAsync();
        await me.FollowAsync(other);
        var tweet = await other.PostedAsync("Theirs");

        await me.MuteAsync(other);
        await me.MuteAsync(other);

        Assert.Equal("Theirs", (await me.TweetAsync(tweet.Id)).Text);
        Assert.Equal(new RelationBody(true, false, false, false, true), (await me.ProfileAsync(other)).Relation);
        Assert.Equal(new RelationBody(false, false, true, false, false), (await other.ProfileAsync(me)).Relation);
        Assert.Equal([other.Name], await me.NamesAsync("mutes"));
        await me.DoneAsync("DELETE", $"users/{other.Name}/mute");
        await me.DoneAsync("DELETE", $"users/{other.Name}/mute");
        Assert.Empty(await me.NamesAsync("mutes"));
    }

    [Fact]
    public async Task Of_50_who_block_each_other_at_once_both_do()
    {
        using var me = await app.PersonAsync();
        using var other = await app.PersonAsync();
        await me.FollowAsync(other);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => number % 2 == 0 ? me.BlockAsync(other) : other.BlockAsync(me)));

        Assert.Equal((1, 1), ((await me.NamesAsync("blocks")).Length, (await other.NamesAsync("blocks")).Length));
        await app.AssertBalancedAsync();
    }

    private static async Task<(int Replies, int Quotes)> CountsAsync(TwitterPerson viewer, Guid id)
    {
        var tweet = await viewer.TweetAsync(id);
        return (tweet.Replies, tweet.Quotes);
    }
}
