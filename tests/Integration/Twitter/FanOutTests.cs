using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Seeding;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Domain.Feeds;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>How entries are pushed (TW-8): in chunks that a crash loses none of, and that double nothing.</summary>
[Trait("Mission", "A3")]
public sealed class FanOutTests
{
    [Fact]
    public async Task TW_8_Whichever_transaction_fails_before_or_after_its_commit_every_follower_has_the_tweet_once()
    {
        const int Followers = 3 * PushRoom.Most + 7;
        await using var world = await FeedWorld.StartAsync(1, new AppSetup { Settings = [("Twitter:Feeds:PushMilliseconds", "10000")] });
        await world.ChangePolicyAsync(FeedStrategy.Push, 1);
        await world.App.GatherAsync(world.NumberOf(0), Followers);
        var faults = new TransactionFaults();
        using var worker = WorkerOf(world, faults);

        var place = 0;
        do
        {
            await world.PostAsync(0);
            faults.Arm(++place);
            var failure = await Record.ExceptionAsync(() => worker.RunAsync(CancellationToken.None));
            faults.Disarm();
            Assert.Equal(faults.Struck, failure is InjectedFaultException);

            // Whatever is left is on its way, and in the meantime pulled; it goes on where it was.
            await worker.RunAsync(CancellationToken.None);
            Assert.Equal((Followers, Followers), await world.App.LinesOfAsync(world.Oracle.Tweets[^1]));
        }
        while (faults.Struck);

        Assert.Equal(9, place);
        await using var db = await DbAsync(world);
        Assert.Equal(0, await db.FanOuts.CountAsync());
        Assert.Equal(place * Followers, await db.Feeds.SumAsync(feed => feed.Lines));
    }

    [Fact]
    public async Task TW_8_A_push_for_which_there_is_no_time_lets_others_write_in_between_and_comes_to_its_end()
    {
        const int Followers = PushRoom.Most - 100;
        await using var world = await FeedWorld.StartAsync(1, new AppSetup { Settings = [("Twitter:Feeds:PushMilliseconds", "1")] });
        await world.ChangePolicyAsync(FeedStrategy.Push, 1);
        await world.App.GatherAsync(world.NumberOf(0), Followers);
        var faults = new TransactionFaults();
        using var worker = WorkerOf(world, faults);
        await world.PostAsync(0);

        // The steps of the first transaction are two, so there is another, though one could have taken all lines.
        faults.Arm(3);
        await Record.ExceptionAsync(() => worker.RunAsync(CancellationToken.None));
        faults.Disarm();
        Assert.True(faults.Struck);
        await worker.RunAsync(CancellationToken.None);

        Assert.Equal((Followers, Followers), await world.App.LinesOfAsync(world.Oracle.Tweets[^1]));
    }

    [Fact]
    public async Task TW_8_A_process_that_is_killed_amid_100000_followers_goes_on_where_it_stopped()
    {
        const int Followers = 100_000;
        await using var data = MigratedData.Copy();
        IReadOnlyList<Guid> tweets;
        await using (var world = await FeedWorld.StartAsync(1, new AppSetup { Data = data }))
        {
            await world.ChangePolicyAsync(FeedStrategy.Push, 1);
            await world.App.GatherAsync(world.NumberOf(0), Followers);

            // Two, which go together: they take longer than one.
            await world.PostAsync(0);
            await world.PostAsync(0);
            tweets = [.. world.Oracle.Tweets];
        }

        // In a thousand transactions, so that some are to come still, however late the kill comes.
        await using (var killed = HostProcess.Start([.. data.Arguments, "--Twitter:Feeds:PushMilliseconds=1"]))
        {
            await data.WaitForFanOutAsync();
            await killed.KillAsync();
        }

        await using var again = await FeedWorld.StartAsync(0, new AppSetup { Data = data });
        var (first, _) = await again.App.LinesOfAsync(tweets[0]);
        var (second, _) = await again.App.LinesOfAsync(tweets[1]);
        Assert.InRange(first + second, 1, (2 * Followers) - 1);

        await again.PushAsync();

        Assert.Equal((Followers, Followers), await again.App.LinesOfAsync(tweets[0]));
        Assert.Equal((Followers, Followers), await again.App.LinesOfAsync(tweets[1]));
    }

    [Fact]
    public async Task TW_8_A_feed_is_bounded_and_goes_on_by_pull_below_its_lines()
    {
        const int Tweets = 1_000;
        await using var world = await FeedWorld.StartAsync(2);
        await world.FollowAsync(1, 0);
        await world.SettleAsync();
        for (var number = 0; number < Tweets; number++)
        {
            await world.PostAsync(0);
        }

        await world.SettleAsync();

        await using var db = await DbAsync(world);
        var feed = await db.Feeds.SingleAsync(one => one.Owner == world.NumberOf(1));
        var lines = await db.FeedLines.CountAsync(line => line.Owner == feed.Owner);
        Assert.Equal(feed.Lines, lines);
        Assert.InRange(lines, FeedLines.Most / 2, FeedLines.Most);
        Assert.NotEqual(EntryIds.First, feed.Floor);
        Assert.Equal(world.Oracle.FeedOf(1), await world.LinesAsync(1, 100));
    }

    [Fact]
    public async Task TW_9_While_50_follow_and_unfollow_across_the_threshold_and_tweets_are_posted_nothing_is_lost_or_doubled()
    {
        const int People = 12;
        await using var world = await FeedWorld.StartAsync(People);
        await world.ChangePolicyAsync(FeedStrategy.Hybrid, 5);
        await world.FollowAsync(1, 0);
        await world.SettleAsync();

        var posting = Task.Run(async () =>
        {
            for (var number = 0; number < 40; number++)
            {
                await world.PostAsync(0);
            }
        });
        var following = Enumerable.Range(2, People - 2).Select(person => Task.Run(async () =>
        {
            for (var round = 0; round < 5; round++)
            {
                await world.EdgeAsync(person, 0, round % 2 == 0);
            }
        }));
        var pushing = Task.Run(async () =>
        {
            for (var round = 0; round < 20; round++)
            {
                await world.PushAsync();
            }
        });
        await Task.WhenAll([posting, pushing, .. following]);

        // At this moment, with whatever is on its way, and when all of it has come.
        for (var round = 0; round < 2; round++)
        {
            for (var person = 1; person < People; person++)
            {
                Assert.Equal(world.Oracle.Tweets.Reverse(), (await world.ReadAsync(person)).Select(item => item.Id));
            }

            await world.SettleAsync();
        }

        await using var db = await DbAsync(world);
        var author = await db.People.SingleAsync(person => person.Number == world.NumberOf(0));
        Assert.Equal(People - 1, author.Followers);
        Assert.Equal(EntryIds.Last, author.PushedSince);
        Assert.Equal(0, await db.FeedLines.GroupBy(line => new { line.Owner, line.EntryId }).CountAsync(group => group.Count() > 1));
    }

    [Fact]
    public async Task TW_8_Two_instances_that_push_at_once_push_each_entry_once()
    {
        const int Followers = 2 * PushRoom.Most + 11;
        await using var world = await FeedWorld.StartAsync(1);
        await world.ChangePolicyAsync(FeedStrategy.Push, 1);
        await world.App.GatherAsync(world.NumberOf(0), Followers);
        for (var number = 0; number < 5; number++)
        {
            await world.PostAsync(0);
        }

        using var one = ActivatorUtilities.CreateInstance<FanOutEntries>(world.App.Services);
        using var other = ActivatorUtilities.CreateInstance<FanOutEntries>(world.App.Services);
        await Task.WhenAll(Task.Run(() => one.RunAsync(CancellationToken.None)), Task.Run(() => other.RunAsync(CancellationToken.None)));

        foreach (var tweet in world.Oracle.Tweets)
        {
            Assert.Equal((Followers, Followers), await world.App.LinesOfAsync(tweet));
        }
    }

    private static FanOutEntries WorkerOf(FeedWorld world, TransactionFaults faults)
    {
        var writer = ActivatorUtilities.CreateInstance<Writer<TwitterDb>>(
            world.App.Services, new FaultyTransactions<TwitterDb>(world.App.Services.GetRequiredService<ITransactions<TwitterDb>>(), faults));
        return ActivatorUtilities.CreateInstance<FanOutEntries>(world.App.Services, writer);
    }

    private static Task<TwitterDb> DbAsync(FeedWorld world) => world.App.Services.GetRequiredService<IDbContextFactory<TwitterDb>>().CreateDbContextAsync();
}
