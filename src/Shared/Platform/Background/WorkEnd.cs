using SystemDesign.Platform.Stopping;

namespace SystemDesign.Platform.Background;

/// <summary>
/// The end of all background work of a process. The host stops one service after the other, and whoever came last would find no time
/// left: so the first worker that is told to stop takes the others along.
/// </summary>
internal sealed class WorkEnd(StopTimes times)
{
    private readonly Lock gate = new();
    private readonly List<Func<CancellationToken, Task>> workers = [];
    private Task? end;

    /// <param name="worker">Ends its work, until the time for that is over.</param>
    public void Add(Func<CancellationToken, Task> worker)
    {
        lock (gate)
        {
            workers.Add(worker);
        }
    }

    /// <summary>A host may be told to stop by several at once: then all of them wait for the one end.</summary>
    public Task EndAsync()
    {
        lock (gate)
        {
            return end ??= Task.WhenAll(workers.Select(worker => worker(times.BackgroundIsOver)));
        }
    }
}
