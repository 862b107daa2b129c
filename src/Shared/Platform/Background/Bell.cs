namespace SystemDesign.Platform.Background;

/// <summary>Wakes one who waits. Rung while nobody waits, it is heard by the next one, once, however often it was rung.</summary>
public sealed class Bell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);
    private int ringing;

    public void Ring()
    {
        if (Interlocked.Exchange(ref ringing, 1) == 0)
        {
            rung.Release();
        }
    }

    /// <summary>Ends when the bell is rung, or when <paramref name="patience"/> is over.</summary>
    public async Task WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (await rung.WaitAsync(patience, cancellationToken))
        {
            Interlocked.Exchange(ref ringing, 0);
        }
    }

    public void Dispose() => rung.Dispose();
}
