namespace SystemDesign.Platform.Caching.Levels;

/// <summary>What the first level knows of a key.</summary>
/// <param name="key">The key.</param>
/// <param name="value">Nothing: it knows that there is none.</param>
/// <param name="expires">By the clock's timestamp.</param>
internal sealed class Entry<TKey, TValue>(TKey key, TValue? value, long expires)
    where TValue : class
{
    public TKey Key => key;

    public Found<TValue> Found { get; } = new(value, value is null ? CacheOutcome.NegativeHit : CacheOutcome.FirstLevelHit);

    public long Expires => expires;

    /// <summary>Whether it was hit since eviction last passed by. A lost update costs a hit and no more.</summary>
    public bool WasHit { get; private set; }

    /// <summary>Writes only the first time: what many processors read should not be written by each of them.</summary>
    public void Hit()
    {
        if (!WasHit)
        {
            WasHit = true;
        }
    }

    public void Spare() => WasHit = false;
}
