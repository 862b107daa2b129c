using SystemDesign.Kernel.Seeding;
using SystemDesign.Twitter.Domain.Feeds;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>
/// Whatever people do, and however their entries come into feeds, every feed is what the rule says, at every moment: before what is on its way has come,
/// in the middle of it, and after (TW-8, TW-9).
/// </summary>
[Trait("Mission", "A3")]
public sealed class FeedPropertyTests
{
    private const int People = 7;

    private const int Steps = 140;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task TW_9_Push_pull_and_hybrid_answer_what_the_rule_says_at_every_moment(int seed)
    {
        await using var world = await FeedWorld.StartAsync(People);
        var done = new List<string>();
        for (var step = 0; step < Steps; step++)
        {
            done.Add(await StepAsync(world, Draws.For("feeds", seed, step)));
            var owner = step % People;
            await RequireAsync(world, owner, 1 + (step % 4), done);
        }

        await world.SettleAsync();
        for (var owner = 0; owner < People; owner++)
        {
            await RequireAsync(world, owner, 20, done);
        }
    }

    private static async Task RequireAsync(FeedWorld world, int owner, int limit, IEnumerable<string> done)
    {
        var expected = world.Oracle.FeedOf(owner);
        var actual = await world.LinesAsync(owner, limit);
        Assert.True(
            expected.SequenceEqual(actual),
            $"The feed of {owner} has [{string.Join(", ", actual)}] and not [{string.Join(", ", expected)}] after\n{string.Join('\n', done)}");
    }

    /// <returns>What was done, for whoever looks for what went wrong.</returns>
    private static async Task<string> StepAsync(FeedWorld world, Draws draws)
    {
        var one = (int)draws.Below(People);
        var other = (int)draws.Below(People);
        var tweets = world.Oracle.Tweets;
        Guid? tweet = tweets.Count == 0 ? null : tweets[(int)draws.Below(tweets.Count)];
        var isOn = draws.InHundred(50);
        switch (draws.Below(100))
        {
            case < 22:
                await world.PostAsync(one, draws.InHundred(30) ? tweet : null, draws.InHundred(30) ? [other] : []);
                return $"{one} posts";
            case < 30 when tweet is { } id:
                await world.RepostAsync(one, id);
                return $"{one} reposts {id}";
            case < 33 when tweet is { } id:
                await world.UndoRepostAsync(one, id);
                return $"{one} takes back {id}";
            case < 37 when tweet is { } id:
                await world.DeleteAsync(id);
                return $"{id} is deleted";
            case < 55:
                await world.FollowAsync(one, other);
                return $"{one} follows {other}";
            case < 60:
                await world.UnfollowAsync(one, other);
                return $"{one} unfollows {other}";
            case < 65:
                await world.BlockAsync(one, other, isOn);
                return $"{one} blocks {other}: {isOn}";
            case < 69:
                await world.MuteAsync(one, other, isOn);
                return $"{one} mutes {other}: {isOn}";
            case < 73:
                await world.SetPrivateAsync(one, isOn);
                return $"{one} goes private: {isOn}";
            case < 76:
                await world.AcceptAllAsync(one);
                return $"{one} accepts";
            case < 84:
                var strategy = draws.One([FeedStrategy.Push, FeedStrategy.Pull, FeedStrategy.Hybrid]);
                var threshold = (int)(1 + draws.Below(4));
                await world.ChangePolicyAsync(strategy, threshold);
                return $"{strategy} with {threshold}";
            case < 90:
                await world.PushAsync();
                return "pushed";
            case < 94:
                await world.KeepAsync();
                return "kept";
            case < 97:
                world.App.Clock.Advance(TimeSpan.FromDays(15));
                await world.KeepAsync();
                return "all are away for long";
            default:
                await world.App.DrainAsync();
                return "drained";
        }
    }
}
