using Microsoft.Extensions.Logging;
using SystemDesign.Platform.Caching.Figures;

namespace SystemDesign.Platform.Caching.Levels;

/// <summary>
/// Keeps a second level that fails or hangs from failing or delaying requests: nobody waits for it for long, and after a
/// failure one call a second finds out whether it is back, while the others go on without it.
/// </summary>
internal sealed partial class Circuit(string cache, Counter failures, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Patience = CacheSurroundings.Patience;

    private readonly long pause = clock.TimestampFrequency;
    private long brokenUntil = long.MinValue;

    private bool IsBroken => Interlocked.Read(ref brokenUntil) != long.MinValue;

    /// <returns>What the call brought, or <paramref name="otherwise"/> if it was not made or failed.</returns>
    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> call, T otherwise)
    {
        if (!MayTry())
        {
            return otherwise;
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            // Waited for from outside too: not every implementation minds its token.
            var result = await call(patience.Token).WaitAsync(patience.Token);
            Close();
            return result;
        }
        catch (Exception exception)
        {
            failures.Increment();
            Open(exception);
            return otherwise;
        }
    }

    private bool MayTry()
    {
        var until = Interlocked.Read(ref brokenUntil);
        var now = clock.GetTimestamp();
        return until == long.MinValue || (now >= until && Interlocked.CompareExchange(ref brokenUntil, now + pause, until) == until);
    }

    private void Close()
    {
        if (IsBroken && Interlocked.Exchange(ref brokenUntil, long.MinValue) != long.MinValue)
        {
            LogBack(cache);
        }
    }

    private void Open(Exception exception)
    {
        if (Interlocked.Exchange(ref brokenUntil, clock.GetTimestamp() + pause) == long.MinValue)
        {
            LogBroken(exception, cache);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The second level of the cache {Cache} fails or is slow: the cache goes on without it.")]
    private partial void LogBroken(Exception exception, string cache);

    [LoggerMessage(Level = LogLevel.Information, Message = "The second level of the cache {Cache} is back.")]
    private partial void LogBack(string cache);
}
