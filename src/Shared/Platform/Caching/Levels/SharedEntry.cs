namespace SystemDesign.Platform.Caching.Levels;

/// <summary>An entry as the second level keeps it, as JSON.</summary>
/// <param name="Generation">The key's generation before the store was asked.</param>
/// <param name="ExpiresAt">UTC; the second level drops it then, and nobody believes it any longer.</param>
/// <param name="Value">Nothing: there is none.</param>
internal sealed record SharedEntry<TValue>(Guid Generation, DateTimeOffset ExpiresAt, TValue? Value);
