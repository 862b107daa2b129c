using System.Diagnostics;
using System.Diagnostics.Metrics;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Caching.Figures;
using SystemDesign.Tests.Unit.Platform.Caching.Support;

namespace SystemDesign.Tests.Unit.Platform.Caching;

/// <summary>What a cache tells those who watch it, and what it costs while nobody does. In turn, since spans are heard process-wide.</summary>
public sealed class ObservationTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly Store store = new() { ["key"] = "value" };
    private readonly Instance cache;

    public ObservationTests() => cache = new(store, clock, new CacheOptions { Limit = 1 }, new SharedLevel());

    public void Dispose() => cache.Dispose();

    [Fact]
    public async Task A_hit_that_nobody_watches_is_synchronous_and_allocates_nothing()
    {
        await cache.GetAsync();
        Hit(times: 1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Hit(times: 1_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2_000, cache.Figures.FirstLevelHits);

        void Hit(int times)
        {
            for (var hit = 0; hit < times; hit++)
            {
                Require(cache.ReadThrough.GetAsync("key", CancellationToken.None));
            }
        }

        static void Require(ValueTask<string?> answer)
        {
            if (!answer.IsCompletedSuccessfully)
            {
                Assert.Fail("It waited.");
            }
        }
    }

    [Fact]
    public async Task Counts_lookups_by_outcome_and_what_went_wrong()
    {
        var measured = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == CacheMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, cache.Meters))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured[Name(instrument, tags)] = value);
        listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) =>
        {
            Assert.InRange(seconds, 0, 60);
            var name = Name(instrument, tags);
            measured[name] = measured.GetValueOrDefault(name) + 1;
        });
        listener.Start();

        await UseInEveryWayAsync();
        listener.RecordObservableInstruments();

        Assert.Equal(
            new Dictionary<string, double>
            {
                ["requests hit-level-1"] = 1,
                ["requests hit-level-2"] = 1,
                ["requests negative-hit"] = 1,
                ["requests miss"] = 2,
                ["load.duration ok"] = 2,
                ["load.duration TimeoutException"] = 1,
                ["entries"] = 1,
                ["evictions"] = 2,
                ["second_level.failures"] = 0,
                ["broadcast.failures"] = 0,
            },
            measured);

        static string Name(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            Assert.Equal(("cache", Instance.CacheName), (tags[0].Key, tags[0].Value));
            var name = instrument.Name["systemdesign.cache.".Length..];
            return tags.Length > 1 ? $"{name} {tags[1].Value}" : name;
        }
    }

    [Fact]
    public async Task Each_lookup_is_a_span_with_its_outcome()
    {
        var spans = new List<Activity>();
        using var root = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CacheSpans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> creation) =>
                creation.Parent.TraceId == root.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await UseInEveryWayAsync();

        Assert.All(spans, span => Assert.Equal($"{Instance.CacheName} cache", span.OperationName));
        Assert.Equal(["miss", "hit-level-1", "miss", "negative-hit", "hit-level-2", null], spans.Select(span => span.GetTagItem("outcome")));
        Assert.Equal(ActivityStatusCode.Error, spans[^1].Status);
        Assert.Same(root, Activity.Current);
    }

    private async Task UseInEveryWayAsync()
    {
        await cache.GetAsync();
        await cache.GetAsync();
        await cache.GetAsync("none");
        await cache.GetAsync("none");
        await cache.GetAsync();
        store.Failure = new TimeoutException("gone");
        await Assert.ThrowsAsync<TimeoutException>(() => cache.GetAsync("failing"));
    }
}
