using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// The codes that this instance has leased and not given out. Each is drawn by one, however many draw; one at a time leases more
/// while the others wait.
/// </summary>
internal sealed class CodeStock(ICodeBlocks blocks, UrlShortenerOptions options, TimeProvider clock) : IDisposable
{
    private readonly int low = options.Codes.Block / 2;

    private readonly Lock gate = new();
    private readonly Queue<DrawnCode> codes = new();
    private readonly SemaphoreSlim leasing = new(1, 1);
    private bool runsLow;

    /// <summary>Rung when half a block is left.</summary>
    public Bell RunsLow { get; } = new();

    /// <exception cref="ExhaustedException">There are none, and none to be leased.</exception>
    public async ValueTask<DrawnCode> DrawAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake() is { } code)
            {
                return code;
            }

            if (!await LeaseUntilMoreThanAsync(0, cancellationToken))
            {
                throw new ExhaustedException("url-shortener.codes-exhausted", "All codes are given out. An alias of your own is still to be had.");
            }
        }
    }

    /// <summary>For one that was drawn and not used.</summary>
    public void PutBack(DrawnCode code)
    {
        lock (gate)
        {
            codes.Enqueue(code);
        }
    }

    /// <summary>Leases more if there are few.</summary>
    public async Task LeaseAheadAsync(CancellationToken cancellationToken)
    {
        if (!Interlocked.Exchange(ref runsLow, false))
        {
            return;
        }

        try
        {
            await LeaseUntilMoreThanAsync(low, cancellationToken);
        }
        catch
        {
            Volatile.Write(ref runsLow, true);
            throw;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            codes.Clear();
        }
    }

    public void Dispose()
    {
        RunsLow.Dispose();
        leasing.Dispose();
    }

    /// <returns>Whether there are more, of whichever lease; else there is nothing to be leased.</returns>
    private async Task<bool> LeaseUntilMoreThanAsync(int enough, CancellationToken cancellationToken)
    {
        await leasing.WaitAsync(cancellationToken);
        try
        {
            while (Count() <= enough)
            {
                // Not given up half-way, or whoever hangs up in that moment would cost a block.
                if (await blocks.LeaseAsync(CancellationToken.None) is not { } block)
                {
                    return false;
                }

                Add(block);
            }

            return true;
        }
        finally
        {
            leasing.Release();
        }
    }

    private DrawnCode? TryTake()
    {
        lock (gate)
        {
            DropEnded();
            if (!codes.TryDequeue(out var code))
            {
                return null;
            }

            if (codes.Count == low)
            {
                Volatile.Write(ref runsLow, true);
                RunsLow.Ring();
            }

            return code;
        }
    }

    private int Count()
    {
        lock (gate)
        {
            DropEnded();
            return codes.Count;
        }
    }

    private void Add(IReadOnlyList<DrawnCode> block)
    {
        lock (gate)
        {
            foreach (var code in block)
            {
                codes.Enqueue(code);
            }
        }
    }

    /// <summary>Another instance may have them by now.</summary>
    private void DropEnded()
    {
        while (codes.TryPeek(out var first) && first.Until <= clock.Now())
        {
            codes.Dequeue();
        }
    }
}
