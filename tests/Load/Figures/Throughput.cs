namespace SystemDesign.Tests.Load.Figures;

/// <summary>One round under load.</summary>
/// <param name="PerSecond">What was done.</param>
/// <param name="P50">The time that half of it took at most.</param>
/// <param name="P99">The time that 99 of 100 took at most.</param>
internal sealed record Throughput(double PerSecond, TimeSpan P50, TimeSpan P99)
{
    public static IReadOnlyList<Row> Compare(string scenario, IReadOnlyList<Throughput> floor, IReadOnlyList<Throughput> ours) =>
    [
        new($"{scenario}: requests/s", Rates(floor), Rates(ours)),
        new($"{scenario}: p50, ms", Times(floor, round => round.P50), Times(ours, round => round.P50)),
        new($"{scenario}: p99, ms", Times(floor, round => round.P99), Times(ours, round => round.P99)),
    ];

    /// <summary>What instances did at the same time; the times are those of the slowest.</summary>
    public static Throughput Together(IReadOnlyCollection<Throughput> instances) =>
        new(instances.Sum(instance => instance.PerSecond), instances.Max(instance => instance.P50), instances.Max(instance => instance.P99));

    public static Samples Rates(IEnumerable<Throughput> rounds) => new(rounds.Select(round => round.PerSecond));

    private static Samples Times(IEnumerable<Throughput> rounds, Func<Throughput, TimeSpan> time) =>
        new(rounds.Select(round => time(round).TotalMilliseconds));
}
