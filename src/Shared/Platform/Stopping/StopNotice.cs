using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Stopping;

/// <summary>
/// Keeps the server up for a moment after the signal, while readiness says that this instance is stopping; and tells when requests had
/// to be cut. To be registered last: services stop in the opposite order, so that its turn is right after the server's.
/// </summary>
internal sealed partial class StopNotice(
    IHostApplicationLifetime lifetime, StoppingOptions options, PersistenceOptions persistence, ILogger<StopNotice> logger) : IHostedLifecycleService
{
    private static readonly TimeSpan BehindABalancer = TimeSpan.FromSeconds(2);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>All of these run before the server is told to stop.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // A signal has said so already; a program that stops its own host has not.
        lifetime.StopApplication();
        await Task.Delay(Notice(), cancellationToken);
    }

    /// <param name="cancellationToken">Cancelled when the time for requests is over: then the server has cut them.</param>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            LogCut(StopTimes.ForRequests.TotalSeconds);
        }

        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private TimeSpan Notice() =>
        options.NoticeSeconds is { } seconds ? TimeSpan.FromSeconds(seconds)
        : persistence.Provider is DatabaseProvider.Postgres ? BehindABalancer
        : TimeSpan.Zero;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Requests that had not ended {Seconds} s after the signal to stop were cut")]
    private partial void LogCut(double seconds);
}
