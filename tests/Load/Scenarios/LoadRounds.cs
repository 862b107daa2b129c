using SystemDesign.Tests.Load.Figures;

namespace SystemDesign.Tests.Load.Scenarios;

internal static class LoadRounds
{
    /// <summary>
    /// Hot methods are compiled anew after 30 calls, in the background and one after another, on cores that are busy: pages of a feed, which take twenty thousand
    /// methods, were seen to come at 140/s in the first 15 s and at 300/s after 45.
    /// </summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    /// <returns>For each contender what its rounds gave, the warm-up left out.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<Throughput>>> RunAsync(
        TimeSpan length, params IReadOnlyList<Func<TimeSpan, Task<Throughput>>> contenders)
    {
        await Progress.SayAsync("  warm-up");
        foreach (var contender in contenders)
        {
            await contender(WarmUp);
        }

        return await Rounds.RunAsync([.. contenders.Select(contender => (Func<Task<Throughput>>)(() => contender(length)))]);
    }
}
