namespace SystemDesign.Tests.Integration.Support;

/// <summary>What has arrived, and what one waits for.</summary>
internal sealed class Inbox<T>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly List<T> items = [];
    private TaskCompletionSource arrived = NewSignal();

    public IReadOnlyList<T> All
    {
        get
        {
            lock (gate)
            {
                return [.. items];
            }
        }
    }

    public void Add(IEnumerable<T> more)
    {
        lock (gate)
        {
            items.AddRange(more);
            arrived.SetResult();
            arrived = NewSignal();
        }
    }

    /// <summary>The first that is meant, as soon as it is there.</summary>
    /// <exception cref="OperationCanceledException">Others came, and it did not.</exception>
    public async Task<T> FirstAsync(Predicate<T> isMeant)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (items.FindIndex(isMeant) is >= 0 and var index)
                {
                    return items[index];
                }

                next = arrived.Task;
            }

            await next.WaitAsync(patience.Token);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
