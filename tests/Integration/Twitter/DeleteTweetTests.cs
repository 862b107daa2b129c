using Microsoft.EntityFrameworkCore;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.Uploads;

namespace SystemDesign.Tests.Integration.Twitter;

[Trait("Mission", "A3")]
public sealed class DeleteTweetTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Is_gone_everywhere_and_what_answers_or_quotes_it_stays()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var root = await other.PostedAsync("The first of the thread");
        var tweet = await author.PostedAsync(new { text = $"Secret #gone @{other.Name}", inReplyTo = root.Id, quoteOf = root.Id });
        var (reply, quote) = (await other.RepliedAsync(tweet.Id), await other.QuotedAsync(tweet.Id));
        await other.LikeAsync(tweet.Id);
        await other.RepostAsync(tweet.Id);

        Assert.Equal((204, null), await author.DeleteTweetAsync(tweet.Id));

        foreach (var path in new[] { string.Empty, "/thread", "/replies" })
        {
            Assert.Equal((404, "twitter.tweet-not-found"), await other.DoAsync("GET", $"tweet/{tweet.Id}{path}"));
        }

        Assert.Equal((404, "twitter.tweet-not-found"), await other.DoAsync("PUT", $"tweet/{tweet.Id}/like"));
        Assert.Equal((404, "twitter.tweet-not-found"), await other.DoAsync("PUT", $"tweet/{tweet.Id}/repost"));
        Assert.Equal((204, null), await other.DoAsync("DELETE", $"tweet/{tweet.Id}/like"));
        Assert.Equal((204, null), await other.DoAsync("DELETE", $"tweet/{tweet.Id}/repost"));
        Assert.Empty(await author.LinesAsync(author));
        Assert.Equal(new[] { quote.Id, reply.Id, root.Id }.Order(), (await author.LinesAsync(other)).Select(line => line.Tweet.Id).Order());
        var left = await author.TweetAsync(root.Id);
        Assert.Equal((0, 0), (left.Replies, left.Quotes));
        Assert.Empty(await other.RepliesAsync(root.Id));
        Assert.Equal((tweet.Id, root.Id), ((await other.TweetAsync(reply.Id)).InReplyTo, (await other.TweetAsync(reply.Id)).Thread));
        Assert.Equal((tweet.Id, null), ((await other.TweetAsync(quote.Id)).QuoteOf, (await other.TweetAsync(quote.Id)).Quote));
        Assert.Empty((await other.ThreadAsync(reply.Id)).Answered);
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Of_50_who_delete_it_at_once_one_did()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        var answered = await other.PostedAsync("Well?");
        var tweet = await author.RepliedAsync(answered.Id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => author.DeleteTweetAsync(tweet.Id)));

        Assert.Single(answers, answer => answer.Status == 204);
        Assert.Equal(49, answers.Count(answer => answer == (404, "twitter.tweet-not-found")));
        Assert.Equal((0, 0), ((await other.TweetAsync(answered.Id)).Replies, (await author.ProfileAsync(author)).Tweets));
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Who_answers_quotes_likes_and_reposts_meanwhile_comes_before_it_or_hears_that_it_is_gone()
    {
        using var author = await app.PersonAsync();
        var others = await app.PeopleAsync(12);
        for (var round = 0; round < 4; round++)
        {
            var tweet = await author.PostedAsync("Not for long");
            var answers = others.SelectMany(other => new[]
            {
                StatusAsync(other.PostAsync(new { text = "A reply", inReplyTo = tweet.Id })),
                StatusAsync(other.PostAsync(new { text = "A quote", quoteOf = tweet.Id })),
                StatusOfAsync(other.DoAsync("PUT", $"tweet/{tweet.Id}/like")),
                StatusOfAsync(other.DoAsync("PUT", $"tweet/{tweet.Id}/repost")),
            }).ToList();
            answers.Insert(round * others.Length, StatusOfAsync(author.DeleteTweetAsync(tweet.Id)));

            Assert.All(await Task.WhenAll(answers), status => Assert.True(status is 201 or 204 or 400 or 404, $"{status}"));

            Assert.Equal(0, await app.AskTwitterAsync(db => db.Likes.CountAsync(like => like.TweetId == tweet.Id)));
            Assert.Equal(0, await app.AskTwitterAsync(db => db.Entries.CountAsync(entry => entry.TweetId == tweet.Id)));
            await app.AssertBalancedAsync();
        }
    }

    [Fact]
    public async Task Who_deletes_a_reply_while_what_it_answers_is_deleted_deletes_both()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        for (var round = 0; round < 10; round++)
        {
            var tweet = await author.PostedAsync("The question");
            var reply = await other.RepliedAsync(tweet.Id);
            var back = await author.RepliedAsync(reply.Id);

            var answers = await Task.WhenAll(author.DeleteTweetAsync(tweet.Id), other.DeleteTweetAsync(reply.Id), author.DeleteTweetAsync(back.Id));

            Assert.All(answers, answer => Assert.Equal((204, null), answer));
        }

        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task Only_its_author_can()
    {
        using var author = await app.PersonAsync();
        using var other = await app.PersonAsync();
        using var hidden = await app.PersonAsync(isPrivate: true);
        var (tweet, unseen) = (await author.PostedAsync("Mine"), await hidden.PostedAsync("Hidden"));

        Assert.Equal((404, "twitter.not-your-tweet"), await other.DeleteTweetAsync(tweet.Id));
        Assert.Equal((404, "twitter.tweet-not-found"), await other.DeleteTweetAsync(unseen.Id));
        Assert.Equal((404, "twitter.tweet-not-found"), await other.DeleteTweetAsync(Guid.CreateVersion7()));
        Assert.Equal("Mine", (await other.TweetAsync(tweet.Id)).Text);
    }

    [Fact]
    public async Task Its_files_are_let_go()
    {
        using var author = await app.PersonAsync();
        var file = await author.Client.HasPutAsync(UploadSteps.SomeBytes(10));
        var tweet = await author.PostedAsync(new { text = "Look", media = new[] { file.Reference } });
        await app.DrainAsync();
        Assert.Null((await author.Client.FileAsync(file.Id)).DeletedAfter);

        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await author.DeleteTweetAsync(tweet.Id);
        await app.DrainAsync();

        Assert.NotNull((await author.Client.FileAsync(file.Id)).DeletedAfter);
        await app.AssertBalancedAsync();
    }

    [Fact]
    public async Task A_file_that_went_before_it_is_shown_no_longer()
    {
        using var author = await app.PersonAsync();
        var file = await author.Client.HasPutAsync(UploadSteps.SomeBytes(10));
        using var gone = await author.Client.DeleteAsync($"{UploadSteps.Files}/{file.Id}");
        gone.EnsureSuccessStatusCode();

        var tweet = await author.PostedAsync(new { text = "Look", media = new[] { file.Reference } });
        await app.DrainAsync();

        Assert.Equal([file.Id], tweet.Media.Select(shown => shown.FileId));
        Assert.Empty((await author.TweetAsync(tweet.Id)).Media);
    }

    private static async Task<int> StatusAsync(Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        return (int)response.StatusCode;
    }

    private static async Task<int> StatusOfAsync(Task<(int Status, string? Code)> answer) => (await answer).Status;
}
