namespace SystemDesign.Platform.Caching;

/// <summary>
/// Asks the store when it does not know, and remembers: the first access is slow, and a change that nobody tells it of goes
/// unseen for a lifetime (B2-13). Whoever changes what it keeps calls <see cref="RemoveAsync"/>.
/// </summary>
/// <typeparam name="TKey">Compared by value and written as JSON: a string, a Guid, a number, a record.</typeparam>
/// <typeparam name="TValue">Immutable, since all readers share it, and written as JSON.</typeparam>
public sealed class ReadThroughCache<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private readonly TwoLevelCache<TKey, TValue> entries;

    internal ReadThroughCache(TwoLevelCache<TKey, TValue> entries) => this.entries = entries;

    /// <summary>
    /// What the store holds, or held a lifetime ago at most; nothing if it holds none. Those who miss the same key at once
    /// share one load and its failure; one that cancels leaves the others to it.
    /// </summary>
    public ValueTask<TValue?> GetAsync(TKey key, CancellationToken cancellationToken) => entries.GetAsync(key, cancellationToken);

    /// <summary>
    /// The store has changed: call it after the commit and before the answer (<c>db.OnCommitted</c>). Who asks this instance
    /// after the call returned gets what the store holds now. It never fails.
    /// </summary>
    public Task RemoveAsync(TKey key) => entries.RemoveAsync(key);
}
