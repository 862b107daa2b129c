using Microsoft.Extensions.Hosting;

namespace SystemDesign.Platform.Stopping;

/// <summary>
/// A stop is over within 10 s of its signal, whatever anybody does: what starts the process, such as a container's engine, kills it
/// then. Each part has until an instant of its own, so that what one leaves is the next one's.
/// </summary>
internal sealed class StopTimes : IDisposable
{
    /// <summary>Until then requests may end by themselves; the notice is a part of it. Then the server cuts them, for which it takes a second at most.</summary>
    public static readonly TimeSpan ForRequests = TimeSpan.FromSeconds(6);

    /// <summary>Until then what runs in the background may end. What is left after that is for telemetry, and for closing files.</summary>
    private static readonly TimeSpan ForBackground = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource background = new();
    private readonly CancellationTokenRegistration signal;

    public StopTimes(IHostApplicationLifetime lifetime) => signal = lifetime.ApplicationStopping.Register(() => background.CancelAfter(ForBackground));

    public CancellationToken BackgroundIsOver => background.Token;

    public void Dispose()
    {
        signal.Dispose();
        background.Dispose();
    }
}
