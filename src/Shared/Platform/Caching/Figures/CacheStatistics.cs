namespace SystemDesign.Platform.Caching.Figures;

/// <summary>What one cache of this instance has done since its start.</summary>
/// <param name="name">The cache's.</param>
/// <param name="kind">See <see cref="CacheKinds"/>.</param>
/// <param name="limit">Entries.</param>
internal sealed class CacheStatistics(string name, string kind, int limit)
{
    private readonly Counter[] outcomes = [.. CacheOutcomes.All.Select(_ => new Counter())];
    private int entries;

    public string Name => name;

    public int Entries
    {
        get => Volatile.Read(ref entries);
        set => Volatile.Write(ref entries, value);
    }

    public Counter Loads { get; } = new();

    public Counter LoadFailures { get; } = new();

    public Counter Evictions { get; } = new();

    public Counter SecondLevelFailures { get; } = new();

    public Counter BroadcastFailures { get; } = new();

    public void Count(CacheOutcome outcome) => outcomes[(int)outcome].Increment();

    public long Of(CacheOutcome outcome) => outcomes[(int)outcome].Value;

    public CacheFigures Read() => new(
        name,
        kind,
        Entries,
        limit,
        Of(CacheOutcome.FirstLevelHit),
        Of(CacheOutcome.SecondLevelHit),
        Of(CacheOutcome.NegativeHit),
        Of(CacheOutcome.Miss),
        Loads.Value,
        LoadFailures.Value,
        Evictions.Value,
        SecondLevelFailures.Value,
        BroadcastFailures.Value);
}
