using System.Runtime.InteropServices;

namespace SystemDesign.Twitter.Data;

/// <summary>Impressions that are in no batch yet. They take no more memory than is meant for them, whatever becomes of the database.</summary>
/// <param name="limit">How many tweets are counted at most; those that are counted go on all the same.</param>
internal sealed class ImpressionCounters(int limit)
{
    private readonly Lock gate = new();
    private Dictionary<Guid, long> seen = [];

    public bool IsEmpty
    {
        get
        {
            lock (gate)
            {
                return seen.Count == 0;
            }
        }
    }

    /// <param name="tweetIds">A set that is at hand: all who read wait for each other here.</param>
    /// <returns>Whether there was none before; and how many there was no room for.</returns>
    public (bool Began, int Dropped) Count(HashSet<Guid> tweetIds)
    {
        lock (gate)
        {
            var wasEmpty = seen.Count == 0;
            var dropped = 0;
            foreach (var id in tweetIds)
            {
                if (seen.Count < limit || seen.ContainsKey(id))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(seen, id, out _)++;
                }
                else
                {
                    dropped++;
                }
            }

            return (wasEmpty && seen.Count > 0, dropped);
        }
    }

    /// <summary>All of them, and none is left; nothing if there is none.</summary>
    public ImpressionBatch? Take(DateTimeOffset now)
    {
        lock (gate)
        {
            if (seen.Count == 0)
            {
                return null;
            }

            var taken = seen;
            seen = [];
            return new(Guid.CreateVersion7(now), now, taken);
        }
    }
}
