namespace SystemDesign.Platform.Caching;

/// <summary>What makes one cache of all caches this one.</summary>
/// <param name="Name">Unique in the process: <c>module.what</c>.</param>
/// <param name="Kind">For the operator: how it follows the store.</param>
/// <param name="Load">Asks the store, and never a replica of it: a replica that lags would give back what was just forgotten.</param>
/// <param name="Options">How much, and how long.</param>
/// <param name="Keeps">Which values may be believed for a while; the others are asked for each time. Nothing: all.</param>
internal sealed record CacheDefinition<TKey, TValue>(
    string Name, string Kind, Func<TKey, CancellationToken, Task<TValue?>> Load, CacheOptions Options, Func<TValue, bool>? Keeps = null)
    where TValue : class;
