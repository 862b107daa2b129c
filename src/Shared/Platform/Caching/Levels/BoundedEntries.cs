using System.Collections.Concurrent;

namespace SystemDesign.Platform.Caching.Levels;

/// <summary>
/// At most so many entries; the least used make room. SIEVE (Zhang et al., "SIEVE is Simpler than LRU", NSDI 2024): a hit sets
/// a flag and moves nothing, so any number of readers need no lock, and those who ask for each key once push out none of
/// the keys that are asked for often. Writers exclude each other from outside.
/// </summary>
internal sealed class BoundedEntries<TKey, TValue>(int limit)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, LinkedListNode<Entry<TKey, TValue>>> byKey = new();
    private readonly LinkedList<Entry<TKey, TValue>> youngestFirst = new();
    private LinkedListNode<Entry<TKey, TValue>>? hand;

    public int Count => youngestFirst.Count;

    public Entry<TKey, TValue>? Find(TKey key) => byKey.TryGetValue(key, out var node) ? node.Value : null;

    /// <returns>Whether another one had to go.</returns>
    public bool Set(Entry<TKey, TValue> entry)
    {
        if (byKey.TryGetValue(entry.Key, out var node))
        {
            node.Value = entry;
            entry.Hit();
            return false;
        }

        var isFull = Count == limit;
        if (isFull)
        {
            Evict();
        }

        byKey[entry.Key] = youngestFirst.AddFirst(entry);
        return isFull;
    }

    public void Remove(TKey key)
    {
        if (byKey.TryRemove(key, out var node))
        {
            Unlink(node);
        }
    }

    /// <summary>From the oldest on, the first that was not hit since the last time; after one round, whichever is next.</summary>
    private void Evict()
    {
        var candidate = hand ?? youngestFirst.Last!;
        for (var left = Count; left > 0 && candidate.Value.WasHit; left--)
        {
            candidate.Value.Spare();
            candidate = candidate.Previous ?? youngestFirst.Last!;
        }

        hand = candidate;
        Remove(candidate.Value.Key);
    }

    private void Unlink(LinkedListNode<Entry<TKey, TValue>> node)
    {
        if (node == hand)
        {
            hand = node.Previous;
        }

        youngestFirst.Remove(node);
    }
}
