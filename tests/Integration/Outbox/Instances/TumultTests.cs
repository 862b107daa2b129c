using System.Collections.Concurrent;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Outbox.Instances;

/// <summary>Three processes that tell and deliver at once, while one of them is killed and comes again, and another is stopped past its lease.</summary>
public sealed class TumultTests
{
    private const int Requests = 1_200;

    /// <summary>Of a request, in one unit of work.</summary>
    private const int Events = 3;

    private static readonly string[] Keys = [.. Enumerable.Range(0, 36).Select(number => $"key-{number}")];

    [DistributedFact, Trait("Notes", "B1")]
    public async Task Every_event_has_its_effect_once_and_in_the_order_of_its_key()
    {
        await using var group = await InstanceGroup.StartAsync("steady");
        await using var mortal = await group.StartOneAsync("--Instance:Name=mortal");
        await using var sleeper = await group.StartOneAsync("--Instance:Name=sleeper");
        await using var handled = await group.NoticesOnAsync("handled");
        var answered = new ConcurrentQueue<(string Key, int Last)>();
        var third = new TaskCompletionSource();
        var half = new TaskCompletionSource();

        var tellingSteadily = TellAsync(group.Survivors[0]);
        var tellingUntilDeath = TellAsync(mortal);
        var tellingAsleep = TellAsync(sleeper);
        await third.Task;
        await handled.UntilAsync("mortal");
        await mortal.KillAsync();
        await half.Task;
        await handled.UntilAsync("sleeper");
        await sleeper.StopAsync();
        await using var reborn = await group.StartOneAsync("--Instance:Name=reborn");
        await Task.WhenAll(tellingSteadily, tellingUntilDeath, TellAsync(reborn));

        // The sleeper's share included: so its leases are over, and whatever it held is free.
        await group.UntilSettledAsync();
        await group.VerifyAsync();
        await sleeper.ContinueAsync();
        await tellingAsleep;
        await group.UntilSettledAsync();

        await group.VerifyAsync();
        var told = await group.ToldAsync();
        Assert.All(answered, answer => Assert.InRange(answer.Last, Events, told[answer.Key]));
        Assert.Equal(answered.Count, answered.Distinct().Count());
        Assert.All(told.Values, last => Assert.Equal(0, last % Events));
        Assert.InRange(told.Values.Sum(), answered.Count * Events, Requests * 4 / 3 * Events);

        async Task TellAsync(InstanceProcess instance)
        {
            var keys = Enumerable.Range(0, Requests / 3).Select(number => Keys[number % Keys.Length]);
            await Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (key, _) =>
            {
                if (await instance.TryTellAsync(Events, key) is not { } last)
                {
                    return;
                }

                answered.Enqueue((key, last[key]));
                if (answered.Count >= Requests / 3)
                {
                    third.TrySetResult();
                }

                if (answered.Count >= Requests / 2)
                {
                    half.TrySetResult();
                }
            });
        }
    }
}
