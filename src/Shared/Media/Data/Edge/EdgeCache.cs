using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Platform.Signals;

namespace SystemDesign.Media.Data.Edge;

/// <summary>
/// Pieces of objects in memory, and those that are on their way. Readers of what is there take no lock; everything that changes either takes
/// the one lock, so that a read of the store that was begun before a purge can never be kept.
/// </summary>
internal sealed class EdgeCache : IEdge, IDisposable
{
    /// <summary>On it instances tell each other the names of objects that are to go.</summary>
    public const string PurgeChannel = "media:purge";

    private readonly CdnOptions options;
    private readonly EdgeCounters counters;
    private readonly Lock changes = new();
    private readonly BoundedSegments kept;
    private readonly Dictionary<SegmentKey, SegmentLoad> loads = [];
    private readonly IDisposable subscription;

    public EdgeCache(CdnOptions options, EdgeCounters counters, ISignals signals)
    {
        this.options = options;
        this.counters = counters;
        kept = new(options.EdgeBytes);
        subscription = signals.Subscribe(PurgeChannel, Purge);
    }

    /// <summary>
    /// The piece. Those who miss it at once share one <paramref name="load"/> and its failure, which is not kept; one that gives up leaves the
    /// others to it.
    /// </summary>
    /// <param name="key">Which.</param>
    /// <param name="media">Whose.</param>
    /// <param name="load">Reads it, and throws nothing.</param>
    /// <param name="cancellationToken">Of this reader alone.</param>
    public ValueTask<MediaPart> GetAsync(
        SegmentKey key, DeliveredObject media, Func<SegmentKey, DeliveredObject, Task<MediaPart>> load, CancellationToken cancellationToken)
    {
        if (kept.Find(key) is { } segment)
        {
            counters.CountHit();
            return new(segment.Part);
        }

        return new(MissAsync(key, media, load, cancellationToken));
    }

    public void Purge(string name)
    {
        lock (changes)
        {
            kept.Remove(name);
            foreach (var key in loads.Keys.Where(key => key.Name == name).ToList())
            {
                loads.Remove(key);
            }

            counters.Measure(kept, evicted: 0);
        }
    }

    public EdgeFigures Read()
    {
        var (hits, misses, shared) = (counters.Hits, counters.Misses, counters.Shared);
        var looks = hits + misses + shared;
        return new(
            counters.Bytes,
            options.EdgeBytes,
            counters.Segments,
            hits,
            misses,
            shared,
            looks > 0 ? Math.Round((double)hits / looks, 4) : null,
            counters.Evictions,
            counters.OriginBytes);
    }

    public void Dispose() => subscription.Dispose();

    private Task<MediaPart> MissAsync(
        SegmentKey key, DeliveredObject media, Func<SegmentKey, DeliveredObject, Task<MediaPart>> load, CancellationToken cancellationToken)
    {
        SegmentLoad? running;
        lock (changes)
        {
            if (kept.Find(key) is { } segment)
            {
                counters.CountHit();
                return Task.FromResult(segment.Part);
            }

            if (loads.TryGetValue(key, out running))
            {
                counters.CountShared();
            }
            else
            {
                counters.CountMiss();
                running = new(key);
                loads.Add(key, running);

                // Not awaited here, and not on this reader's time: whoever began it may leave as any other may.
                _ = Task.Run(() => RunAsync(running, media, load), CancellationToken.None);
            }
        }

        return running.Result.WaitAsync(cancellationToken);
    }

    private async Task RunAsync(SegmentLoad running, DeliveredObject media, Func<SegmentKey, DeliveredObject, Task<MediaPart>> load)
    {
        var part = await load(running.Key, media);
        lock (changes)
        {
            // Who was purged is not found here, though another may be by now.
            if (loads.TryGetValue(running.Key, out var current) && current == running)
            {
                loads.Remove(running.Key);
                if (part.Outcome is MediaPartOutcome.Read or MediaPartOutcome.NotSmaller)
                {
                    counters.Measure(kept, kept.Add(new(running.Key, part)));
                }
            }
        }

        running.Answer(part);
    }
}
