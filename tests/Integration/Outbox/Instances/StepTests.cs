using SystemDesign.Tests.Instances.Steps;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox.Instances;

/// <summary>
/// Three processes on one database, of which one took the events and ends, or is stopped, before any of its steps: the other two
/// bring to an end what it began.
/// </summary>
public sealed class StepTests
{
    private static readonly string[] Keys = ["a", "b", "c"];

    [DistributedFact, Trait("Notes", "B1")]
    public async Task An_instance_may_be_killed_between_any_two_steps()
    {
        await using var group = await InstanceGroup.StartAsync("first", "second");
        await using var reached = await group.NoticesOnAsync("reached");
        var starting = group.StartVictimAsync();
        Walked? walked = null;
        for (var step = 1; walked is null; step++)
        {
            await using var victim = await starting;
            starting = group.StartVictimAsync();
            await group.StopSurvivorsAsync();
            await WarmUpAsync(victim);
            Assert.NotNull(await victim.TryTellAsync(2, Keys));

            walked = await victim.DispatchAsync(step, Ending.Kill);
            Assert.Equal(walked is null ? $"{step}" : null, walked is null ? await reached.NextAsync() : null);
            await group.ContinueSurvivorsAsync();
            await group.UntilSettledAsync();
            await group.VerifyAsync();
        }

        await (await starting).DisposeAsync();
        AssertWholeWay(walked);
    }

    [DistributedFact, Trait("Notes", "B1")]
    public async Task An_instance_may_be_stopped_past_its_lease_between_any_two_steps_and_continued()
    {
        await using var group = await InstanceGroup.StartAsync("first", "second");
        await using var reached = await group.NoticesOnAsync("reached");
        await using var victim = await group.StartVictimAsync();
        await Task.WhenAll(group.Survivors.Select(survivor => survivor.TryTellAsync(2, "warm")));
        await WarmUpAsync(victim);
        await group.UntilSettledAsync();
        var blames = await group.BlamesAsync();
        var walks = new List<Walked>();
        var stopped = true;
        for (var step = 1; stopped; step++)
        {
            await group.StopSurvivorsAsync();
            Assert.NotNull(await victim.TryTellAsync(2, Keys));

            var stop = reached.NextAsync();
            var walking = victim.DispatchAsync(step, Ending.Stop);
            stopped = await Task.WhenAny(stop, walking) == stop;
            await group.ContinueSurvivorsAsync();
            await group.UntilSettledAsync();
            await group.VerifyAsync();

            await victim.ContinueAsync();
            walks.Add((await walking)!);
            await group.UntilSettledAsync();
            await group.VerifyAsync();
        }

        AssertWholeWay(walks[^1]);
        Assert.Null(walks[^1].Failure);
        Assert.Contains(walks, walk => walk.Failure is not null);
        Assert.Equal(blames, await group.BlamesAsync());
    }

    /// <summary>A cold process is slow, and to it a second is short.</summary>
    private static async Task WarmUpAsync(InstanceProcess victim)
    {
        Assert.NotNull(await victim.TryTellAsync(2, "warm"));
        Assert.NotNull(await victim.DispatchAsync());
    }

    /// <summary>That what came to its end was a delivery: claim, both inboxes with their effects, settling, each committed.</summary>
    private static void AssertWholeWay(Walked walked)
    {
        var way = string.Join('\n', walked.Steps);
        Assert.InRange(walked.Steps.Count(step => step == "COMMIT"), 4, walked.Steps.Count);
        Assert.All(
            ["pg_advisory_xact_lock", "SET lease", "INSERT INTO teller.inbox", "INSERT INTO teller.entries", "INSERT INTO ledger.inbox", "INSERT INTO ledger.entries", "SET settled_at"],
            part => Assert.Contains(part, way.Replace("\"", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal));
    }
}
