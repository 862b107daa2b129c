using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Analytics.Domain.CustomEvents;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Analytics.Data;

/// <summary>
/// Requests that wait share a transaction: whoever has the turn writes for all that wait behind. So thousands of events a second are some hundred
/// commits, and each request is answered when its own events are on disk.
/// </summary>
internal sealed class CustomEvents(IServiceScopeFactory scopes, IDbContextFactory<AnalyticsDb> databases) : ICustomEvents, IDisposable
{
    /// <summary>To a transaction.</summary>
    private const int MaximumGroup = 2_000;

    /// <summary>Some 5 MB. More than a database takes in a second, so that nobody waits for much longer.</summary>
    private const int MaximumWaiting = 20_000;

    private readonly Lock gate = new();
    private readonly Queue<Waiting> queue = [];
    private readonly SemaphoreSlim turn = new(1);
    private int waitingEvents;

    public async Task<RecordedEvents> WriteAsync(IReadOnlyList<CustomEvent> events, CancellationToken cancellationToken)
    {
        var waiting = Enqueue(events);
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (!waiting.Written.Task.IsCompleted)
            {
                await WriteGroupAsync(TakeGroup());
            }
        }
        finally
        {
            turn.Release();
        }

        return await waiting.Written.Task;
    }

    public async Task<IReadOnlyList<ValueCount>> ReadValuesAsync(Period period, string name, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<PropertyCount>()
            .Where(row => row.Name == name && row.Day >= period.From && row.Day < period.To)
            .GroupBy(row => new { row.Property, row.Value })
            .Select(value => new { value.Key.Property, value.Key.Value, Total = value.Sum(row => row.Total) })
            .OrderByDescending(value => value.Total).ThenBy(value => value.Property).ThenBy(value => value.Value)
            .Take(PropertyCounts.MaximumValues)
            .Select(value => new ValueCount(value.Property, value.Value, value.Total))
            .ToListAsync(cancellationToken);
    }

    public void Dispose() => turn.Dispose();

    private Waiting Enqueue(IReadOnlyList<CustomEvent> events)
    {
        var waiting = new Waiting(events, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            if (waitingEvents + events.Count > MaximumWaiting)
            {
                throw new TooManyException("analytics.too-many-events", "More events wait to be counted than there is room for.", TimeSpan.FromSeconds(1));
            }

            waitingEvents += events.Count;
            queue.Enqueue(waiting);
        }

        return waiting;
    }

    private List<Waiting> TakeGroup()
    {
        var group = new List<Waiting>();
        lock (gate)
        {
            var events = 0;
            while (queue.TryPeek(out var next) && (events += next.Events.Count) <= MaximumGroup)
            {
                group.Add(queue.Dequeue());
                waitingEvents -= next.Events.Count;
            }
        }

        return group;
    }

    /// <summary>Who asked is gone, perhaps, and the others are not: so nobody's token ends it.</summary>
    private async Task WriteGroupAsync(List<Waiting> group)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var known = await scope.ServiceProvider.GetRequiredService<CustomEventGroup>().WriteAsync([.. group.Select(waiting => waiting.Events)]);
            foreach (var (index, waiting) in group.Index())
            {
                waiting.Written.SetResult(new(waiting.Events.Count - known[index], known[index]));
            }
        }
        catch (Exception exception)
        {
            // Each is told, and can send again what it sent: what is on disk after all is known then.
            foreach (var waiting in group)
            {
                waiting.Written.SetException(exception);
            }
        }
    }

    private sealed record Waiting(IReadOnlyList<CustomEvent> Events, TaskCompletionSource<RecordedEvents> Written);
}
