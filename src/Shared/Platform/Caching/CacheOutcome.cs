namespace SystemDesign.Platform.Caching;

/// <summary>How a lookup ended.</summary>
internal enum CacheOutcome
{
    FirstLevelHit,

    SecondLevelHit,

    /// <summary>Either level knew that there is none.</summary>
    NegativeHit,

    /// <summary>The store was asked.</summary>
    Miss,
}
