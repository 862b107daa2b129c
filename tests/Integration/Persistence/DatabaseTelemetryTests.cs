using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Persistence;

/// <summary>Whose span is whose, where on SQLite one loop works for everybody.</summary>
[Trait("Notes", "B2-23")]
public sealed class DatabaseTelemetryTests(App app) : IClassFixture<App>
{
    private const string Callers = "SystemDesign.Tests.Callers";

    private static readonly ActivitySource Source = new(Callers);

    private IWriter<UrlShortenerDb> Writer => app.Services.GetRequiredService<IWriter<UrlShortenerDb>>();

    [Fact]
    public async Task Of_20_that_write_at_once_each_has_its_own_write_and_what_it_reads_within()
    {
        using var spans = new SpanRecorder(Callers, DatabaseTelemetry.Name);

        var callers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var caller = Source.StartActivity("caller")!;
            await using var db = Open();
            db.OnSave(cancellationToken => db.Links.AnyAsync(cancellationToken));
            await Writer.SaveAsync(db, CancellationToken.None);
            Assert.Same(caller, Activity.Current);
            return caller;
        }));

        foreach (var caller in callers)
        {
            var write = Assert.Single(spans.Ended, span => span.TraceId == caller.TraceId && span.OperationName == "url_shortener write");
            var read = Assert.Single(spans.Ended, span => span.TraceId == caller.TraceId && span.OperationName == "url_shortener read");
            Assert.Equal((caller.SpanId, write.SpanId), (write.ParentSpanId, read.ParentSpanId));
            Assert.True(write.StartTimeUtc <= read.StartTimeUtc && read.StartTimeUtc + read.Duration <= write.StartTimeUtc + write.Duration + TimeSpan.FromMilliseconds(1));
        }
    }

    [Fact]
    public async Task What_runs_within_a_write_sees_its_callers_context()
    {
        var own = new AsyncLocal<int>();

        var seen = await Task.WhenAll(Enumerable.Range(1, 20).Select(async number =>
        {
            own.Value = number;
            await using var db = Open();
            var inside = 0;
            db.OnSave(async _ =>
            {
                await Task.Yield();
                inside = own.Value;
            });
            await Writer.SaveAsync(db, CancellationToken.None);
            return inside;
        }));

        Assert.Equal(Enumerable.Range(1, 20), seen);
    }

    [Fact]
    public async Task A_write_that_fails_says_so_in_its_span_and_its_duration()
    {
        using var spans = new SpanRecorder(Callers, DatabaseTelemetry.Name);
        var durations = new ConcurrentBag<string?>();
        using var listener = ListenTo<double>(Metrics.Duration, (_, tags) => durations.Add($"{tags["db.operation.name"]} {tags.GetValueOrDefault("error.type")}"));
        using var caller = Source.StartActivity("caller")!;
        await using var db = Open();
        db.OnSave(_ => throw new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => Writer.SaveAsync(db, CancellationToken.None));

        var write = Assert.Single(spans.Ended, span => span.TraceId == caller.TraceId);
        Assert.Equal((ActivityStatusCode.Error, "System.TimeoutException"), (write.Status, write.GetTagItem("error.type")));
        Assert.Contains("write System.TimeoutException", durations);
    }

    [Fact]
    public async Task A_query_that_fails_says_so_and_what_is_no_query_says_nothing()
    {
        using var spans = new SpanRecorder(Callers, DatabaseTelemetry.Name);
        using var caller = Source.StartActivity("caller")!;
        await using var db = Open();

        await db.Database.GetPendingMigrationsAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.SqlQueryRaw<string>("SELECT no_such_column FROM nowhere").ToListAsync());

        var read = Assert.Single(spans.Ended, span => span.TraceId == caller.TraceId);
        Assert.Equal(("url_shortener read", ActivityStatusCode.Error), (read.OperationName, read.Status));
        Assert.DoesNotContain(read.TagObjects, tag => tag.Value is string text && text.Contains("no_such_column", StringComparison.Ordinal));
    }

    [EmbeddedFact]
    public async Task The_writer_counts_what_shared_a_commit_and_times_the_wait()
    {
        var sizes = new ConcurrentBag<int>();
        var waits = new ConcurrentBag<double>();
        using var sizeListener = ListenTo<int>(Metrics.CommitSize, (size, tags) => AddOurs(sizes, size, tags));
        using var waitListener = ListenTo<double>(Metrics.QueueDuration, (seconds, tags) => AddOurs(waits, seconds, tags));
        await using var first = Open();
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var running = Writer.RunAsync(first, async _ => { entered.SetResult(); await release.Task; }, CancellationToken.None);
        await entered.Task;

        var others = Enumerable.Range(0, 9).Select(async _ =>
        {
            await using var db = Open();
            await Writer.RunAsync(db, _ => Task.CompletedTask, CancellationToken.None);
        }).ToList();
        release.SetResult();
        await Task.WhenAll([running, .. others]);

        Assert.Equal([10], sizes);
        Assert.Equal(10, waits.Count);
        Assert.All(waits, seconds => Assert.InRange(seconds, double.Epsilon, 60));

        // What other modules do in the background is written by writers of their own.
        void AddOurs<T>(ConcurrentBag<T> measured, T value, Dictionary<string, object?> tags)
        {
            if (tags["db.namespace"] is UrlShortenerDb.SchemaName)
            {
                measured.Add(value);
            }
        }
    }

    private DatabaseMetrics Metrics => app.Services.GetRequiredService<DatabaseMetrics>();

    private static MeterListener ListenTo<T>(Instrument meant, Action<T, Dictionary<string, object?>> record)
        where T : struct
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument, meant))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<T>((_, value, tags, _) => record(value, tags.ToArray().ToDictionary()));
        listener.Start();
        return listener;
    }

    private UrlShortenerDb Open() => app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContext();
}
