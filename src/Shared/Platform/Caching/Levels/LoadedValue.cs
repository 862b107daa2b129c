namespace SystemDesign.Platform.Caching.Levels;

/// <summary>What a load brought.</summary>
/// <param name="Value">Nothing if there is none.</param>
/// <param name="Outcome">Where it came from.</param>
/// <param name="Lifetime">How long the first level may believe it, from the load's beginning.</param>
internal readonly record struct LoadedValue<TValue>(TValue? Value, CacheOutcome Outcome, TimeSpan Lifetime)
{
    /// <summary>For those who wait, and for nobody after them.</summary>
    public static readonly TimeSpan NotAtAll = TimeSpan.Zero;
}
