using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Domain.Feeds;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>What readers of feeds rely on.</summary>
[Trait("Mission", "A3")]
public sealed class FeedTests
{
    [Theory]
    [InlineData("push")]
    [InlineData("pull")]
    [InlineData("hybrid")]
    public async Task TW_6_While_1000_tweets_arrive_a_reader_who_pages_skips_and_repeats_nothing(string strategy)
    {
        await using var world = await FeedWorld.StartAsync(3);
        await world.ChangePolicyAsync(Enum.Parse<FeedStrategy>(strategy, ignoreCase: true), 1);
        await world.FollowAsync(2, 0);
        await world.FollowAsync(2, 1);
        for (var number = 0; number < 60; number++)
        {
            await world.PostAsync(number % 2);
        }

        var there = world.Oracle.Tweets.Reverse().ToList();
        var arriving = Task.CompletedTask;
        var page = 0;
        var read = await world.ReadAsync(2, 5, async () =>
        {
            await arriving;
            arriving = page++ < 10 ? Task.WhenAll(Enumerable.Range(0, 100).Select(number => world.PostAsync(number % 2))) : Task.CompletedTask;
            await world.PushAsync();
        });
        await arriving;

        Assert.Equal(there, read.Select(item => item.Id));
        Assert.Equal(1_060, world.Oracle.Tweets.Count);
    }

    [Fact]
    public async Task Whoever_was_away_for_long_is_not_pushed_to_and_never_finds_an_empty_feed()
    {
        await using var world = await FeedWorld.StartAsync(2);
        await world.FollowAsync(1, 0);
        await world.PostAsync(0);
        await world.SettleAsync();
        Assert.Equal(1, await LinesAsync(world));

        world.App.Clock.Advance(TimeSpan.FromDays(15));
        await world.SettleAsync();
        await world.PostAsync(0);
        await world.SettleAsync();
        Assert.Equal(0, await LinesAsync(world));

        Assert.Equal(world.Oracle.FeedOf(1), await world.LinesAsync(1, 20));
        await world.PostAsync(0);
        await world.SettleAsync();
        Assert.Equal(3, await LinesAsync(world));
        Assert.Equal(world.Oracle.FeedOf(1), await world.LinesAsync(1, 20));
    }

    [Fact]
    public async Task Old_segments_are_put_together_and_their_lines_stay()
    {
        await using var world = await FeedWorld.StartAsync(2);
        await world.ChangePolicyAsync(FeedStrategy.Push, 1);
        await world.FollowAsync(1, 0);
        for (var number = 0; number < 30; number++)
        {
            await world.PostAsync(0);
            await world.SettleAsync();
            await world.FillSegmentAsync();
        }

        await world.SettleAsync();

        await using var after = await world.App.Services.GetRequiredService<IDbContextFactory<TwitterDb>>().CreateDbContextAsync();
        var segments = await after.FeedSegments.Select(segment => segment.Number).ToListAsync();
        Assert.InRange(segments.Count, 2, 26);
        Assert.Contains(0, segments);
        Assert.Equal(30, await after.FeedLines.CountAsync(line => segments.Contains(line.Segment)));
        Assert.Equal(world.Oracle.FeedOf(1), await world.LinesAsync(1, 7));
    }

    [Fact]
    public async Task Who_unfollows_blocks_or_deletes_takes_what_was_pushed_out_of_the_feed()
    {
        await using var world = await FeedWorld.StartAsync(3);
        await world.FollowAsync(2, 0);
        await world.FollowAsync(2, 1);
        await world.PostAsync(0);
        await world.PostAsync(1);
        await world.SettleAsync();
        Assert.Equal(2, await LinesAsync(world));

        await world.UnfollowAsync(2, 0);
        Assert.Equal(1, await LinesAsync(world));
        await world.BlockAsync(1, 2, true);
        Assert.Equal(0, await LinesAsync(world));
        Assert.Empty(await world.ReadAsync(2));
    }

    private static async Task<int> LinesAsync(FeedWorld world)
    {
        await using var db = await world.App.Services.GetRequiredService<IDbContextFactory<TwitterDb>>().CreateDbContextAsync();
        return await db.FeedLines.CountAsync();
    }
}
