using SystemDesign.Tests.Instances.Steps;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox.Instances;

/// <summary>
/// Three processes on one database, of which one took the events and ends, or is stopped, before any of its steps: the other two
/// bring to an end what it began.
/// </summary>
public sealed class StepTests
{
    /// <summary>Of the claim, of both inboxes with their effects, and of settling.</summary>
    private const int CommitsOfDelivery = 4;

    private static readonly string[] Keys = ["a", "b", "c"];

    private static readonly string[] Deliver =
        ["pg_advisory_xact_lock", "SET lease", "INSERT INTO teller.inbox", "INSERT INTO teller.entries", "INSERT INTO ledger.inbox", "INSERT INTO ledger.entries", "SET settled_at"];

    [DistributedFact, Trait("Notes", "B1")]
    public async Task An_instance_may_be_killed_between_any_two_steps()
    {
        await using var group = await InstanceGroup.StartAsync("first", "second");
        await using var reached = await group.NoticesOnAsync("reached");
        var starting = group.StartVictimAsync();
        Walked? walked = null;
        var (step, parts) = (1, 0);
        while (walked is null || IsPart(walked, ref parts))
        {
            await using var victim = await starting;
            starting = group.StartVictimAsync();
            await group.StopSurvivorsAsync();
            await WarmUpAsync(victim);
            await victim.TellAsync(2, Keys);

            walked = await victim.DispatchAsync(step, Ending.Kill);
            if (walked is null)
            {
                Assert.Equal($"{step}", await reached.NextAsync());
                step++;
            }

            await group.ContinueSurvivorsAsync();
            await group.UntilSettledAsync();
            await group.VerifyAsync();
        }

        await (await starting).DisposeAsync();
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
        var (stopped, step, parts) = (true, 1, 0);
        Task<string>? stop = null;
        while (stopped || IsPart(walks[^1], ref parts))
        {
            await group.StopSurvivorsAsync();
            await victim.TellAsync(2, Keys);

            stop ??= reached.NextAsync();
            var walking = victim.DispatchAsync(step, Ending.Stop);
            stopped = await Task.WhenAny(stop, walking) == stop;
            (step, stop) = stopped ? (step + 1, null) : (step, stop);
            await group.ContinueSurvivorsAsync();
            await group.UntilSettledAsync();
            await group.VerifyAsync();

            await victim.ContinueAsync();
            walks.Add((await walking)!);
            await group.UntilSettledAsync();
            await group.VerifyAsync();
        }

        Assert.Null(walks[^1].Failure);
        Assert.Contains(walks, walk => walk.Failure is not null);
        Assert.Equal(blames, await group.BlamesAsync());
    }

    /// <summary>A cold process is slow, and to it a second is short.</summary>
    private static async Task WarmUpAsync(InstanceProcess victim)
    {
        await victim.TellAsync(2, "warm");
        Assert.NotNull(await victim.DispatchAsync());
    }

    /// <summary>
    /// Whether it was less than a delivery, though nothing was done to it: on a busy machine a walk was seen to be. Half a second of silence, for one, is what
    /// the server bears of it here. Then it is asked for the same step again.
    /// </summary>
    private static bool IsPart(Walked walked, ref int parts)
    {
        const int Patience = 5;
        var isPart = CommitsOf(walked) < CommitsOfDelivery || !Deliver.All(part => Way(walked).Contains(part, StringComparison.Ordinal));
        parts += isPart ? 1 : 0;
        Assert.True(parts <= Patience, $"{parts} times it was not whole, at last with {walked.Failure ?? "no failure"} after\n{Way(walked)}");
        return isPart;
    }

    private static int CommitsOf(Walked walked) => walked.Steps.Count(step => step == "COMMIT");

    private static string Way(Walked walked) => string.Join('\n', walked.Steps).Replace("\"", string.Empty, StringComparison.Ordinal);
}
