using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

[Trait("Mission", "A3")]
public sealed class ThreadTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Shows_what_a_tweet_answers_up_to_the_first_one()
    {
        using var one = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var first = await one.PostedAsync("First");
        var second = await other.RepliedAsync(first.Id);
        var third = await one.RepliedAsync(second.Id);
        await other.RepliedAsync(third.Id);

        var thread = await other.ThreadAsync(third.Id);

        Assert.Equal([first.Id, second.Id], thread.Answered.Select(tweet => tweet.Id));
        Assert.Equal((third.Id, 1), (thread.Tweet.Id, thread.Tweet.Replies));
        Assert.All([first, second, third], tweet => Assert.Equal(first.Id, tweet.Thread));
        Assert.Empty((await one.ThreadAsync(first.Id)).Answered);
    }

    [Fact]
    public async Task Is_not_sent_again_until_anything_in_it_changes()
    {
        using var one = await app.PersonAsync();
        var first = await one.PostedAsync("First");
        var path = $"{TwitterSteps.Api}/tweet/{(await one.RepliedAsync(first.Id)).Id}/thread";
        using var read = await one.Client.GetAsync(path);
        var tag = read.Headers.ETag!.ToString();

        using var unchanged = await one.Client.GetAsync(path, "If-None-Match", tag);
        await one.LikeAsync(first.Id);
        using var changed = await one.Client.GetAsync(path, "If-None-Match", tag);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (unchanged.StatusCode, changed.StatusCode));
    }

    [Fact]
    public async Task Leaves_out_what_is_hidden_and_what_is_above_what_is_deleted()
    {
        using var one = await app.PersonAsync();
        using var hidden = await app.PersonAsync();
        var first = await one.PostedAsync("First");
        var second = await hidden.RepliedAsync(first.Id);
        var third = await one.RepliedAsync(second.Id);
        await hidden.GoPrivateAsync();

        Assert.Equal([first.Id], (await one.ThreadAsync(third.Id)).Answered.Select(tweet => tweet.Id));
        Assert.Equal([first.Id, second.Id], (await hidden.ThreadAsync(third.Id)).Answered.Select(tweet => tweet.Id));

        await hidden.DeleteTweetAsync(second.Id);
        Assert.Empty((await one.ThreadAsync(third.Id)).Answered);
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Shows_the_100_nearest_of_more()
    {
        using var one = await app.PersonAsync();
        List<Guid> ids = [(await one.PostedAsync("Number 0")).Id];
        for (var number = 1; number < 103; number++)
        {
            ids.Add((await one.RepliedAsync(ids[^1])).Id);
        }

        Assert.Equal(ids[2..^1], (await one.ThreadAsync(ids[^1])).Answered.Select(tweet => tweet.Id));
    }

    [Fact]
    public async Task Lists_replies_the_oldest_first_page_by_page_and_only_direct_ones()
    {
        using var one = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var tweet = await one.PostedAsync("Well?");
        var replies = new List<Guid>();
        for (var number = 0; number < 5; number++)
        {
            app.Clock.Advance(TimeSpan.FromMilliseconds(1));
            replies.Add((await other.RepliedAsync(tweet.Id)).Id);
            await one.RepliedAsync(replies[^1]);
        }

        var first = await one.ReadAsync<PageBody<TweetBody>>($"tweet/{tweet.Id}/replies?limit=3");
        app.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await other.DeleteTweetAsync(replies[1]);
        await other.RepliedAsync(tweet.Id, "One that came while I read");
        var second = await one.ReadAsync<PageBody<TweetBody>>($"tweet/{tweet.Id}/replies?limit=2&cursor={first.Next}");

        Assert.Equal(replies[..3], first.Items.Select(reply => reply.Id));
        Assert.Equal(replies[3..], second.Items.Select(reply => reply.Id));
        Assert.NotNull(second.Next);
        Assert.All(first.Items, reply => Assert.Equal(1, reply.Replies));
    }

    [Fact]
    public async Task A_quote_shows_what_it_quotes_and_that_no_further_one()
    {
        using var one = await app.PersonAsync();
        var first = await one.PostedAsync("First");
        var second = await one.QuotedAsync(first.Id);
        var third = await one.QuotedAsync(second.Id);

        var shown = await one.TweetAsync(third.Id);

        Assert.Equal((second.Id, null, first.Id), (shown.Quote!.Id, shown.Quote.Quote, shown.Quote.QuoteOf));
        Assert.Equal((1, 1), ((await one.TweetAsync(first.Id)).Quotes, shown.Quote.Quotes));
    }

    [Fact]
    public async Task Whoever_answers_one_of_their_own_and_quotes_it_is_counted_for_each()
    {
        using var one = await app.PersonAsync(isPrivate: true);
        var first = await one.PostedAsync("First");
        await one.PostedAsync(new { text = "Both", inReplyTo = first.Id, quoteOf = first.Id });

        var shown = await one.TweetAsync(first.Id);

        Assert.Equal((1, 1), (shown.Replies, shown.Quotes));
        await app.AssertBalancedAsync();
    }
}
