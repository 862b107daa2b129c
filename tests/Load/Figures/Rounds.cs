namespace SystemDesign.Tests.Load.Figures;

/// <summary>Floor, ours, floor, ours: what disturbs the machine for a while disturbs both.</summary>
internal static class Rounds
{
    public const int Count = 5;

    /// <returns>For each contender what its rounds gave.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<T>>> RunAsync<T>(params IReadOnlyList<Func<Task<T>>> contenders)
    {
        var results = contenders.Select(_ => new List<T>(Count)).ToList();
        for (var round = 1; round <= Count; round++)
        {
            await Progress.SayAsync($"  round {round} of {Count}");
            foreach (var (contender, result) in contenders.Zip(results))
            {
                result.Add(await contender());
            }
        }

        return results;
    }
}
