using System.Diagnostics;
using System.Diagnostics.Metrics;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// Visits, gathered for a moment so that one transaction and one event speak for many. A process that is killed loses at most
/// what came since; one that stops loses none.
/// </summary>
internal sealed class Visits(VisitBatches batches, IMeterFactory meters, TimeProvider clock) : IVisits, IBackgroundWork, IDisposable
{
    /// <summary>Some 10 MB. More come together only while the database does not take them.</summary>
    public const int MaximumCounters = 65_536;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private static readonly string Source = typeof(Visits).Assembly.GetName().Name!;

    private static readonly ActivitySource Spans = new(Source);

    private readonly Counter<long> overflow = meters.Create(Source).CreateCounter<long>(
        "systemdesign.url_shortener.visits.overflow", "{visit}", "Visits that were not counted, because too many others wait to be written.");

    private readonly VisitCounters counters = new(MaximumCounters);
    private readonly BatchWriter<VisitBatch> writer = new();

    public string Name => "url-shortener.visits";

    public Bell Bell { get; } = new();

    public void Count(string code, VisitKind kind, string? referrer)
    {
        using var span = Spans.StartActivity("CountVisit");
        switch (counters.Count(code, clock.GetUtcNow(), kind, referrer))
        {
            case CountOutcome.First:
                Bell.Ring();
                break;
            case CountOutcome.Dropped:
                overflow.Add(1);
                break;
            default:
                break;
        }
    }

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Moment, clock, cancellationToken);
        await WriteAsync();
        return counters.IsEmpty ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;
    }

    public async Task FinishAsync()
    {
        while (await WriteAsync())
        {
        }
    }

    public void Dispose()
    {
        Bell.Dispose();
        writer.Dispose();
    }

    private Task<bool> WriteAsync() => writer.WriteAsync(() => counters.Take(clock.Now()), batches.WriteAsync);
}
