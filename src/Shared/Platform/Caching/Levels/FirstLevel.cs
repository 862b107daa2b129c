using SystemDesign.Platform.Caching.Figures;

namespace SystemDesign.Platform.Caching.Levels;

/// <summary>
/// What this process knows, and what it is finding out. Readers of what is known take no lock; everything that changes either
/// takes the one lock, so that a load that was forgotten while it ran can never be kept.
/// </summary>
internal sealed class FirstLevel<TKey, TValue>(int limit, CacheStatistics statistics, TimeProvider clock)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock changes = new();
    private readonly BoundedEntries<TKey, TValue> entries = new(limit);
    private readonly Dictionary<TKey, Load<TKey, TValue>> loads = [];

    public Entry<TKey, TValue>? Find(TKey key)
    {
        if (entries.Find(key) is not { } entry || clock.GetTimestamp() >= entry.Expires)
        {
            return null;
        }

        entry.Hit();
        return entry;
    }

    /// <summary>The entry, if there is one by now; else the load that will bring it, and whether it is the caller's to run.</summary>
    public (Entry<TKey, TValue>? Entry, Load<TKey, TValue>? Load, bool IsMine) FindOrBegin(TKey key)
    {
        lock (changes)
        {
            if (Find(key) is { } entry)
            {
                return (entry, null, false);
            }

            if (loads.TryGetValue(key, out var running))
            {
                return (null, running, false);
            }

            var load = new Load<TKey, TValue>(key, clock.GetTimestamp());
            loads.Add(key, load);
            return (null, load, true);
        }
    }

    /// <summary>Keeps what was loaded, unless it was forgotten meanwhile or is not to be kept, and tells those who wait.</summary>
    public void Settle(Load<TKey, TValue> load, LoadedValue<TValue> loaded)
    {
        lock (changes)
        {
            if (!load.IsForgotten)
            {
                loads.Remove(load.Key);
                Keep(load, loaded);
            }
        }

        load.Answer(new(loaded.Value, loaded.Outcome));
    }

    /// <summary>Keeps nothing, and tells those who wait why.</summary>
    public void Fail(Load<TKey, TValue> load, Exception exception)
    {
        lock (changes)
        {
            if (!load.IsForgotten)
            {
                loads.Remove(load.Key);
            }
        }

        load.Fail(exception);
    }

    /// <summary>Neither what is known nor what is on its way counts for those who ask from now on.</summary>
    public void Forget(TKey key)
    {
        lock (changes)
        {
            entries.Remove(key);
            if (loads.Remove(key, out var load))
            {
                load.Forget();
            }

            statistics.Entries = entries.Count;
        }
    }

    private void Keep(Load<TKey, TValue> load, LoadedValue<TValue> loaded)
    {
        if (loaded.Lifetime == LoadedValue<TValue>.NotAtAll)
        {
            entries.Remove(load.Key);
        }
        else if (entries.Set(new(load.Key, loaded.Value, load.Started + (long)(loaded.Lifetime.TotalSeconds * clock.TimestampFrequency))))
        {
            statistics.Evictions.Increment();
        }

        statistics.Entries = entries.Count;
    }
}
