using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SystemDesign.Platform.Observability;

/// <summary>Collects from before the first service starts until after the last has stopped, and then delivers the rest.</summary>
internal sealed class ExportLifetime(
    TracerProvider traces, MeterProvider metrics, LoggerProvider logs, Collector collector, ILogger<Collector> logger) : IHostedLifecycleService
{
    /// <summary>How long a stop waits for a collector that does not answer; in milliseconds.</summary>
    private const int Patience = 1_000;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        collector.ReportTo(logger);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Side by side, and each on a thread of its own, which it blocks until it is done or out of patience.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.WhenAll(
        OnThreadOfItsOwn(() => traces.Shutdown(Patience)),
        OnThreadOfItsOwn(() => metrics.Shutdown(Patience)),
        OnThreadOfItsOwn(() => logs.Shutdown(Patience)));

    private static Task<bool> OnThreadOfItsOwn(Func<bool> shutdown) =>
        Task.Factory.StartNew(shutdown, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
