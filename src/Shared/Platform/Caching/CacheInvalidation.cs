namespace SystemDesign.Platform.Caching;

/// <summary>One entry of one cache is not true any more.</summary>
/// <param name="Cache">The cache's name.</param>
/// <param name="Key">The entry's key, as JSON.</param>
/// <param name="Sender">The instance that says so, which has forgotten it already.</param>
public sealed record CacheInvalidation(string Cache, string Key, Guid Sender);
