namespace SystemDesign.Platform.Caching;

/// <summary>
/// Takes part in each write, so that reads find what is in the store: always current, and each write costs a read more (B2-14).
/// At rest it is never older than the store, however many wrote at once.
/// </summary>
/// <inheritdoc cref="ReadThroughCache{TKey, TValue}"/>
public sealed class WriteThroughCache<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private readonly TwoLevelCache<TKey, TValue> entries;

    internal WriteThroughCache(TwoLevelCache<TKey, TValue> entries) => this.entries = entries;

    /// <inheritdoc cref="ReadThroughCache{TKey, TValue}.GetAsync"/>
    public ValueTask<TValue?> GetAsync(TKey key, CancellationToken cancellationToken) => entries.GetAsync(key, cancellationToken);

    /// <summary>
    /// The store has changed: call it after the commit and before the answer (<c>db.OnCommitted</c>). Puts what the store holds
    /// now into both levels. It takes no value, since whoever committed first may come here last, and then its value is an
    /// old one; the store knows which is the newest. It never fails: if the store cannot be read, the next reader tries.
    /// </summary>
    public Task UpdateAsync(TKey key) => entries.UpdateAsync(key);
}
