using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SystemDesign.Platform.Caching.Figures;

/// <summary>
/// The caches' counters, for whoever listens: they are read when the listener collects, so that a lookup pays for none of
/// this.
/// </summary>
internal sealed class CacheMetrics
{
    public const string MeterName = "SystemDesign.Caching";

    private readonly ConcurrentBag<CacheStatistics> watched = [];
    private readonly Histogram<double> loadDuration;

    public CacheMetrics(IMeterFactory meters)
    {
        loadDuration = meters.Create(MeterName)
            .CreateHistogram<double>("systemdesign.cache.load.duration", "s", "Time that the store took, by cache and outcome.");
        var meter = loadDuration.Meter;
        meter.CreateObservableCounter("systemdesign.cache.requests", CountRequests, "{request}", "Lookups, by cache and outcome.");
        meter.CreateObservableUpDownCounter("systemdesign.cache.entries", () => Each(cache => cache.Entries), "{entry}", "Entries in the process.");
        Observe("systemdesign.cache.evictions", cache => cache.Evictions, "{entry}", "Entries that made room for others.");
        Observe("systemdesign.cache.second_level.failures", cache => cache.SecondLevelFailures, "{call}", "Calls that the second level failed.");
        Observe("systemdesign.cache.broadcast.failures", cache => cache.BroadcastFailures, "{change}", "Changes that the others were not told of.");

        void Observe(string name, Func<CacheStatistics, Counter> counter, string unit, string description) =>
            meter.CreateObservableCounter(name, () => Each(cache => counter(cache).Value), unit, description);
    }

    public void Watch(CacheStatistics statistics) => watched.Add(statistics);

    public void RecordLoad(string cache, long started, Exception? failure)
    {
        if (loadDuration.Enabled)
        {
            loadDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, Tag("cache", cache), Tag("outcome", failure?.GetType().Name ?? "ok"));
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private IEnumerable<Measurement<long>> CountRequests() =>
        from cache in watched
        from outcome in CacheOutcomes.All
        select new Measurement<long>(cache.Of(outcome), Tag("cache", cache.Name), Tag("outcome", CacheOutcomes.NameOf(outcome)));

    private IEnumerable<Measurement<long>> Each(Func<CacheStatistics, long> value) =>
        watched.Select(cache => new Measurement<long>(value(cache), Tag("cache", cache.Name)));
}
