namespace SystemDesign.Platform.Caching.Figures;

internal static class CacheOutcomes
{
    public static IReadOnlyList<CacheOutcome> All { get; } = Enum.GetValues<CacheOutcome>();

    /// <summary>As metrics and spans name it.</summary>
    public static string NameOf(CacheOutcome outcome) => outcome switch
    {
        CacheOutcome.FirstLevelHit => "hit-level-1",
        CacheOutcome.SecondLevelHit => "hit-level-2",
        CacheOutcome.NegativeHit => "negative-hit",
        _ => "miss",
    };
}
