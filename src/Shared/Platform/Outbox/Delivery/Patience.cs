namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>
/// The time that handlers have for what was claimed at once. It passes in small parts, and only while this process runs: one that
/// was stopped finds what was left of it, so that no event is blamed for the time in between.
/// </summary>
internal sealed class Patience : IAsyncDisposable
{
    private const int Parts = 30;

    private readonly CancellationTokenSource over = new();
    private readonly Timer timer;
    private int passed;

    public Patience(TimeSpan length) => timer = new(_ => Pass(), null, length / Parts, length / Parts);

    /// <summary>Cancelled when it is.</summary>
    public CancellationToken Over => over.Token;

    /// <summary>How much of it is over, from 0 to 1.</summary>
    public double Passed => Math.Min(1, Volatile.Read(ref passed) / (double)Parts);

    /// <summary>Waits for the timer: it must not ring for what is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        over.Dispose();
    }

    private void Pass()
    {
        if (Interlocked.Increment(ref passed) == Parts)
        {
            over.Cancel();
        }
    }
}
