using System.Collections.Concurrent;
using SystemDesign.Platform.Background;

namespace SystemDesign.Twitter.Data;

/// <summary>Who has read their feed, and was not seen for a day. It is bounded, and lost with the process: whoever is not noted is at their next visit.</summary>
internal sealed class ReturnedReaders : IDisposable
{
    /// <summary>How exactly it is known when somebody was last here.</summary>
    public static readonly TimeSpan Precision = TimeSpan.FromDays(1);

    private const int Most = 10_000;

    private readonly ConcurrentDictionary<int, bool> owners = new();

    public Bell Bell { get; } = new();

    public void Add(int owner)
    {
        if (owners.Count < Most && owners.TryAdd(owner, true))
        {
            Bell.Ring();
        }
    }

    /// <returns>Nothing if there is nobody.</returns>
    public int? Take()
    {
        foreach (var owner in owners.Keys)
        {
            if (owners.TryRemove(owner, out _))
            {
                return owner;
            }
        }

        return null;
    }

    public void Dispose() => Bell.Dispose();
}
