using System.Diagnostics.Metrics;
using SystemDesign.Analytics.Domain.Traffic;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;

namespace SystemDesign.Analytics.Data;

/// <summary>
/// Requests, gathered for a minute so that one transaction speaks for many. A process that is killed loses at most what came since; one that
/// stops loses none. While the database is away they are gathered on, as far as there is room.
/// </summary>
internal sealed class RequestCounts(TrafficBatches batches, IMeterFactory meters, TimeProvider clock) : IRequestCounts, IBackgroundWork, IDisposable
{
    /// <summary>Some 8 MB. There are more routes than 100 in no minute, so an hour and more without the database.</summary>
    public const int MaximumCounters = 16_384;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Counter<long> overflow = meters.Create(typeof(RequestCounts).Assembly.GetName().Name!).CreateCounter<long>(
        "systemdesign.analytics.requests.overflow", "{request}", "Requests that were not counted, because too many others wait to be written.");

    private readonly RequestCounters counters = new(MaximumCounters);
    private readonly BatchWriter<TrafficBatch> writer = new();

    public string Name => "analytics.traffic";

    public Bell Bell { get; } = new();

    public void Count(in AnsweredRequest request)
    {
        if (!counters.Count(request, clock.GetUtcNow()))
        {
            overflow.Add(1);
        }
    }

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await WriteAsync();
        return Rest;
    }

    /// <summary>One that failed before, and then what came since.</summary>
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

    /// <returns>Whether there was anything.</returns>
    private Task<bool> WriteAsync() => writer.WriteAsync(() => counters.Take(clock.Now()), batches.WriteAsync);
}
