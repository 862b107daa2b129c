using System.Collections.Concurrent;

namespace SystemDesign.Media.Data.Edge;

/// <summary>
/// At most so many bytes; the least used make room. S3-FIFO (Yang et al., "FIFO queues are all you need for cache eviction", SOSP 2023):
/// what is new waits in a small queue, and only what is asked for again there, or soon after it left, gets into the main one. So who
/// watches a long video once pushes out none of the pictures that everybody looks at. A hit counts up and moves nothing: readers need no
/// lock. Writers exclude each other from outside.
/// </summary>
internal sealed class BoundedSegments(long limit)
{
    /// <summary>The part that is for what is new.</summary>
    private const int Tenth = 10;

    private readonly ConcurrentDictionary<SegmentKey, LinkedListNode<Segment>> byKey = new();
    private readonly Dictionary<string, HashSet<long>> byName = new(StringComparer.Ordinal);
    private readonly LinkedList<Segment> newest = new();
    private readonly LinkedList<Segment> proven = new();
    private readonly Queue<SegmentKey> ghostsInOrder = new();
    private readonly HashSet<SegmentKey> ghosts = [];
    private long newestCost;
    private long provenCost;

    public int Count => newest.Count + proven.Count;

    public long Cost => newestCost + provenCost;

    public Segment? Find(SegmentKey key)
    {
        if (!byKey.TryGetValue(key, out var node))
        {
            return null;
        }

        node.Value.Hit();
        return node.Value;
    }

    /// <returns>How many others had to go; nothing was kept that is larger than all there is.</returns>
    public int Add(Segment segment)
    {
        if (segment.Cost > limit || byKey.ContainsKey(segment.Key))
        {
            return 0;
        }

        var gone = 0;
        for (; Cost + segment.Cost > limit; gone++)
        {
            MakeRoom();
        }

        segment.IsProven = ghosts.Remove(segment.Key);
        Enqueue(segment);
        return gone;
    }

    /// <summary>All that is kept of an object.</summary>
    public void Remove(string name)
    {
        if (byName.TryGetValue(name, out var indexes))
        {
            foreach (var index in indexes.ToList())
            {
                Remove(byKey[new(name, index)]);
            }
        }
    }

    private void MakeRoom()
    {
        while (!(newestCost > limit / Tenth || proven.Count == 0 ? TryEvictNewest() : TryEvictProven()))
        {
            // It was promoted or spared: another has to go.
        }
    }

    private bool TryEvictNewest()
    {
        var oldest = newest.Last!;
        Remove(oldest);
        if (oldest.Value.Hits > 1)
        {
            oldest.Value.Spare(0);
            oldest.Value.IsProven = true;
            Enqueue(oldest.Value);
            return false;
        }

        Remember(oldest.Value.Key);
        return true;
    }

    private bool TryEvictProven()
    {
        var oldest = proven.Last!;
        Remove(oldest);
        if (oldest.Value.Hits > 0)
        {
            oldest.Value.Spare(oldest.Value.Hits - 1);
            Enqueue(oldest.Value);
            return false;
        }

        return true;
    }

    /// <summary>As many as are in the main queue, as the paper has it.</summary>
    private void Remember(SegmentKey key)
    {
        if (ghosts.Add(key))
        {
            ghostsInOrder.Enqueue(key);
        }

        while (ghostsInOrder.Count > Math.Max(Count, 1))
        {
            ghosts.Remove(ghostsInOrder.Dequeue());
        }
    }

    private void Enqueue(Segment segment)
    {
        byKey[segment.Key] = (segment.IsProven ? proven : newest).AddFirst(segment);
        (byName.TryGetValue(segment.Key.Name, out var indexes) ? indexes : byName[segment.Key.Name] = []).Add(segment.Key.Index);
        Account(segment, segment.Cost);
    }

    private void Remove(LinkedListNode<Segment> node)
    {
        var segment = node.Value;
        byKey.TryRemove(segment.Key, out _);
        (segment.IsProven ? proven : newest).Remove(node);
        Account(segment, -segment.Cost);
        if (byName.TryGetValue(segment.Key.Name, out var indexes) && indexes.Remove(segment.Key.Index) && indexes.Count == 0)
        {
            byName.Remove(segment.Key.Name);
        }
    }

    private void Account(Segment segment, long cost)
    {
        if (segment.IsProven)
        {
            provenCost += cost;
        }
        else
        {
            newestCost += cost;
        }
    }
}
