namespace SystemDesign.Platform.Caching;

/// <summary>What a lookup found, if anything, and where.</summary>
internal readonly record struct Found<TValue>(TValue? Value, CacheOutcome Outcome);
