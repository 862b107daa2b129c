using Microsoft.Extensions.Logging;

namespace SystemDesign.Platform.Outages;

/// <summary>
/// Keeps something that can be done without, and that fails or hangs, from failing or delaying requests: nobody waits for it
/// for long, and after a failure one call a second finds out whether it is back, while the others go on without it.
/// </summary>
/// <param name="subject">What it is, as the beginning of a sentence.</param>
/// <param name="failed">Told of each call that failed.</param>
/// <param name="clock">For patience and pauses.</param>
/// <param name="logger">For the beginning and the end of an outage.</param>
internal sealed partial class Circuit(string subject, Action failed, TimeProvider clock, ILogger logger)
{
    /// <summary>How long a call may take before the request goes on without it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

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
            failed();
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
            LogBack(subject);
        }
    }

    private void Open(Exception exception)
    {
        if (Interlocked.Exchange(ref brokenUntil, clock.GetTimestamp() + pause) == long.MinValue)
        {
            LogBroken(exception, subject);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Subject} fails or is slow: the work goes on without it.")]
    private partial void LogBroken(Exception exception, string subject);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Subject} is back.")]
    private partial void LogBack(string subject);
}
