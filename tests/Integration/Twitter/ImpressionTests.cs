using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Contracts.Twitter;
using SystemDesign.Kernel.Identity;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>How often tweets are seen, each time once, and only their authors are told.</summary>
[Trait("Mission", "A3")]
[Trait("Notes", "TW-15")]
public sealed class ImpressionTests(QuietApp app) : IClassFixture<QuietApp>
{
    private static readonly SignedInUser Viewer = new(Guid.CreateVersion7(), "viewer", "Viewer", [], Guid.CreateVersion7());

    [Fact]
    public async Task TW_15_Wherever_a_tweet_is_shown_to_somebody_else_it_is_seen_once()
    {
        var (ada, bob) = await app.TwoAsync();
        var first = await ada.TweetAsync("First");
        var answer = await ada.TweetAsync("Second", inReplyTo: first);
        var quote = await ada.TweetAsync("Third", quoteOf: first);

        await bob.DoAsync(HttpMethod.Get, $"tweet/{first}");
        await bob.DoAsync(HttpMethod.Get, $"tweet/{quote}");
        await bob.DoAsync(HttpMethod.Get, $"tweet/{answer}/thread");
        await bob.DoAsync(HttpMethod.Get, $"tweet/{first}/replies");
        await bob.DoAsync(HttpMethod.Get, $"users/{ada.Name}/tweets");
        await app.FlushAsync();

        Assert.Equal((4, 3, 2), (await SeenAsync(ada, first), await SeenAsync(ada, answer), await SeenAsync(ada, quote)));
    }

    [Fact]
    public async Task TW_15_Ones_own_tweets_are_not_seen_by_oneself()
    {
        var ada = await Tweeter.NewAsync(app.App);
        var tweet = await ada.TweetAsync("First");

        await ada.DoAsync(HttpMethod.Get, $"tweet/{tweet}");
        await ada.DoAsync(HttpMethod.Get, $"users/{ada.Name}/tweets");
        await app.FlushAsync();

        Assert.Equal(0, await SeenAsync(ada, tweet));
        using var stats = await StatsAsync(ada, tweet);
        Assert.Equal("""{"impressions":0,"likes":0,"reposts":0,"replies":0,"quotes":0,"engagementRate":null}""", await stats.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task TW_15_An_author_reads_what_came_of_a_tweet()
    {
        var (ada, bob) = await app.TwoAsync();
        var tweet = await ada.TweetAsync("First");
        for (var time = 0; time < 8; time++)
        {
            await bob.DoAsync(HttpMethod.Get, $"tweet/{tweet}");
        }

        await bob.LikeAsync(tweet);
        await bob.RepostAsync(tweet);
        await bob.TweetAsync("An answer", inReplyTo: tweet);
        await bob.TweetAsync("Another", inReplyTo: tweet);
        await bob.TweetAsync("A quote", quoteOf: tweet);
        await app.FlushAsync();

        using var stats = await StatsAsync(ada, tweet);

        Assert.Equal("""{"impressions":8,"likes":1,"reposts":1,"replies":2,"quotes":1,"engagementRate":0.625}""", await stats.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task TW_15_Nobody_else_is_told_and_of_no_tweet_is_anything()
    {
        var (ada, bob) = await app.TwoAsync();
        var tweet = await ada.TweetAsync("First");
        var deleted = await ada.TweetAsync("Second");
        await ada.DeleteTweetAsync(deleted);

        using var theirs = await StatsAsync(bob, tweet);
        using var none = await StatsAsync(ada, Guid.CreateVersion7());
        using var gone = await StatsAsync(ada, deleted);
        using var anonymous = app.App.Anonymous();
        using var unknown = await anonymous.GetAsync(new Uri($"/api/twitter/tweet/{tweet}/stats", UriKind.Relative));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [theirs.StatusCode, none.StatusCode, gone.StatusCode]);
        Assert.Equal("twitter.tweet-not-found", (await theirs.ProblemAsync()).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
    }

    [Fact]
    public async Task TW_15_Whichever_transaction_fails_before_or_after_its_commit_each_impression_is_counted_once()
    {
        var faults = new TransactionFaults();
        using var impressions = Instance(faults);
        var (ada, _) = await app.TwoAsync();
        var tweet = await ada.TweetAsync("First");
        var seen = 0;
        var place = 0;
        do
        {
            Count(3);
            faults.Arm(++place);
            var failure = await Record.ExceptionAsync(impressions.FinishAsync);
            faults.Disarm();
            Assert.Equal(faults.Struck, failure is InjectedFaultException);

            // What comes meanwhile is in no way mixed with what failed.
            Count(2);
            await impressions.FinishAsync();
            Assert.Equal(seen, await SeenAsync(ada, tweet));
        }
        while (faults.Struck);

        Assert.Equal(3, place);
        Assert.Equal(Enumerable.Repeat(new long[] { 3, 2 }, place).SelectMany(one => one), (await ToldAsync()).TakeLast(2 * place).Select(told => told.Impressions));

        void Count(int times)
        {
            for (var time = 0; time < times; time++)
            {
                impressions.Count([Shown(tweet)], Viewer);
                seen++;
            }
        }
    }

    [Fact]
    public async Task TW_15_Several_instances_that_write_the_same_tweets_at_once_count_each_impression()
    {
        const int Instances = 8;
        var ada = await Tweeter.NewAsync(app.App);
        Guid[] tweets = [await ada.TweetAsync("First"), await ada.TweetAsync("Second"), await ada.TweetAsync("Third")];

        await Task.WhenAll(Enumerable.Range(0, Instances).Select(async instance =>
        {
            using var impressions = Instance(new TransactionFaults());
            for (var round = 0; round < 10; round++)
            {
                foreach (var tweet in instance % 2 == 0 ? tweets : tweets.Reverse())
                {
                    impressions.Count([Shown(tweet)], Viewer);
                }

                await impressions.FinishAsync();
            }
        }));

        foreach (var tweet in tweets)
        {
            Assert.Equal(10 * Instances, await SeenAsync(ada, tweet));
        }
    }

    [Fact]
    public async Task TW_15_While_a_flush_waits_for_the_database_nobody_else_does_and_what_they_saw_is_in_the_next_one()
    {
        var (ada, bob) = await app.TwoAsync();
        var tweet = await ada.TweetAsync("First");
        var held = new HeldWriter(app.Services.GetRequiredService<IWriter<TwitterDb>>());
        using var impressions = Instance(held);
        impressions.Count([Shown(tweet)], Viewer);
        var flush = impressions.FinishAsync();

        impressions.Count([Shown(tweet)], Viewer);
        Assert.False(flush.IsCompleted);
        Assert.Equal(0, await SeenAsync(ada, tweet));
        held.Release();
        await flush;

        Assert.Equal(2, await SeenAsync(ada, tweet));
    }

    [Fact]
    public async Task TW_15_The_impressions_of_a_tweet_go_with_it_and_what_comes_late_is_not_kept()
    {
        var (ada, bob) = await app.TwoAsync();
        var (tweet, other) = (await ada.TweetAsync("First"), await ada.TweetAsync("Second"));
        await bob.DoAsync(HttpMethod.Get, $"tweet/{tweet}");
        await app.FlushAsync();
        await bob.DoAsync(HttpMethod.Get, $"users/{ada.Name}/tweets");

        await ada.DeleteTweetAsync(tweet);
        await app.FlushAsync();

        await using var db = await OpenAsync();
        Assert.Equal([other], await db.TweetImpressions.Where(row => row.TweetId == tweet || row.TweetId == other).Select(row => row.TweetId).ToListAsync());
    }

    [Fact]
    public void TW_15_What_there_is_no_room_for_is_dropped_and_measured_and_the_rest_goes_on()
    {
        using var overflow = new MetricsOf(app.App, "systemdesign.twitter.impressions.overflow");
        using var impressions = Instance(new TransactionFaults());
        var first = Shown(Guid.CreateVersion7());
        impressions.Count([first, .. Enumerable.Range(1, Impressions.MaximumCounters - 1).Select(_ => Shown(Guid.CreateVersion7()))], Viewer);

        impressions.Count([first], Viewer);
        Assert.Equal(0, overflow.Count(_ => true));
        impressions.Count([Shown(Guid.CreateVersion7())], Viewer);
        Assert.Equal(1, overflow.Count(_ => true));
    }

    [Fact]
    public async Task TW_15_That_a_batch_was_written_is_forgotten_after_a_day()
    {
        await using var alone = new QuietApp();
        using var impressions = ActivatorUtilities.CreateInstance<Impressions>(alone.Services);
        await WriteAsync(6);
        alone.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMilliseconds(2));
        await WriteAsync(2);

        await using var db = await alone.Services.GetRequiredService<IDbContextFactory<TwitterDb>>().CreateDbContextAsync();
        Assert.Equal(4, await db.ImpressionBatches.CountAsync());

        async Task WriteAsync(int batches)
        {
            for (var batch = 0; batch < batches; batch++)
            {
                impressions.Count([Shown(Guid.CreateVersion7())], Viewer);
                await impressions.FinishAsync();
            }
        }
    }

    private static ShownTweet Shown(Guid id) => new(
        id, new("author", "Author", false), "Text", DateTimeOffset.UnixEpoch, null, id, null, null, [], [], 0, 0, 0, 0, false, false);

    private static Task<HttpResponseMessage> StatsAsync(Tweeter reader, Guid tweet) =>
        reader.Client.GetAsync(new Uri($"/api/twitter/tweet/{tweet}/stats", UriKind.Relative));

    private static async Task<long> SeenAsync(Tweeter author, Guid tweet)
    {
        using var response = await StatsAsync(author, tweet);
        return (await response.ReadAsync<StatsBody>()).Impressions;
    }

    private Impressions Instance(TransactionFaults faults) => Instance(ActivatorUtilities.CreateInstance<Writer<TwitterDb>>(
        app.Services, new FaultyTransactions<TwitterDb>(app.Services.GetRequiredService<ITransactions<TwitterDb>>(), faults)));

    private Impressions Instance(IWriter<TwitterDb> writer) =>
        ActivatorUtilities.CreateInstance<Impressions>(app.Services, ActivatorUtilities.CreateInstance<ImpressionBatches>(app.Services, writer));

    private async Task<IReadOnlyList<TweetsSeen>> ToldAsync()
    {
        await using var db = await OpenAsync();
        var payloads = await db.Set<OutboxEvent>().Where(row => row.Name == "twitter.tweets-seen.v1").OrderBy(row => row.Position).Select(row => row.Payload).ToListAsync();
        return [.. payloads.Select(payload => JsonSerializer.Deserialize<TweetsSeen>(payload, JsonSerializerOptions.Web)!)];
    }

    private Task<TwitterDb> OpenAsync() => app.Services.GetRequiredService<IDbContextFactory<TwitterDb>>().CreateDbContextAsync();

    private sealed record StatsBody(long Impressions);

    /// <summary>A database that takes nothing until it is released.</summary>
    private sealed class HeldWriter(IWriter<TwitterDb> inner) : IWriter<TwitterDb>
    {
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => released.SetResult();

        public async Task RunAsync(TwitterDb db, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
        {
            await released.Task;
            await inner.RunAsync(db, work, cancellationToken);
        }
    }
}
