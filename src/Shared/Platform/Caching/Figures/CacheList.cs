namespace SystemDesign.Platform.Caching.Figures;

/// <summary>The caches of the instance that answered.</summary>
/// <param name="Items">By name.</param>
/// <param name="Next">Always null: they are few.</param>
internal sealed record CacheList(IReadOnlyList<CacheFigures> Items, string? Next = null);
