using System.Diagnostics.Metrics;

namespace SystemDesign.Media.Data.Edge;

/// <summary>What the edge did, for its operator, and for whoever listens: read when they collect, so that a hit pays for an addition and no more.</summary>
internal sealed class EdgeCounters
{
    private static readonly KeyValuePair<string, object?> Hit = new("outcome", "hit");
    private static readonly KeyValuePair<string, object?> Miss = new("outcome", "miss");
    private static readonly KeyValuePair<string, object?> SharedMiss = new("outcome", "shared");

    private long hits;
    private long misses;
    private long shared;
    private long evictions;
    private long originBytes;
    private long bytes;
    private long segments;

    public EdgeCounters(IMeterFactory meters)
    {
        var meter = meters.Create(typeof(EdgeCounters).Assembly.GetName().Name!);
        meter.CreateObservableCounter(
            "systemdesign.media.edge.lookups",
            () => new Measurement<long>[] { new(Hits, Hit), new(Misses, Miss), new(Shared, SharedMiss) },
            "{lookup}",
            "Looks for a piece of an object in memory, by outcome.");
        meter.CreateObservableCounter("systemdesign.media.edge.evictions", () => Evictions, "{segment}", "Pieces that made room for others.");
        meter.CreateObservableCounter("systemdesign.media.edge.origin.bytes", () => OriginBytes, "By", "Read from the store.");
        meter.CreateObservableUpDownCounter("systemdesign.media.edge.bytes", () => Bytes, "By", "Kept in memory.");
    }

    public long Hits => Interlocked.Read(ref hits);

    public long Misses => Interlocked.Read(ref misses);

    public long Shared => Interlocked.Read(ref shared);

    public long Evictions => Interlocked.Read(ref evictions);

    public long OriginBytes => Interlocked.Read(ref originBytes);

    public long Bytes => Interlocked.Read(ref bytes);

    public long Segments => Interlocked.Read(ref segments);

    public void CountHit() => Interlocked.Increment(ref hits);

    public void CountMiss() => Interlocked.Increment(ref misses);

    public void CountShared() => Interlocked.Increment(ref shared);

    public void CountOrigin(long count) => Interlocked.Add(ref originBytes, count);

    public void Measure(BoundedSegments kept, int evicted)
    {
        Interlocked.Add(ref evictions, evicted);
        Interlocked.Exchange(ref bytes, kept.Cost);
        Interlocked.Exchange(ref segments, kept.Count);
    }
}
