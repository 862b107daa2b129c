using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SystemDesign.Platform.Background;

/// <summary>
/// Runs a <see cref="IBackgroundWork"/> again and again until the process stops. A run that fails is logged, shown to the
/// operator and tried again: work in the background never ends before its process does.
/// </summary>
internal sealed partial class BackgroundWorker<TWork>(TWork work, WorkBoard board, IHostApplicationLifetime lifetime, ILogger<BackgroundWorker<TWork>> logger)
    : BackgroundService
    where TWork : IBackgroundWork
{
    /// <summary>What makes a run fail, such as a server that is away, rarely goes at once.</summary>
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task? end;

    /// <summary>A host may be told to stop by several at once: then all of them wait for the one end.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return end ??= EndAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var card = board.CardOf(work.Name);
        await StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work.Bell.WaitAsync(await RunAsync(card, stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Requests first: what waits in the background waited before.</summary>
    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var onStop = stoppingToken.Register(() => started.TrySetResult());
        await started.Task;
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await work.FinishAsync();
    }

    private async Task<TimeSpan> RunAsync(WorkCard card, CancellationToken stoppingToken)
    {
        card.Begin();
        try
        {
            var rest = await work.RunAsync(stoppingToken);
            card.End(null);
            return rest;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            card.End(exception);
            LogFailure(exception, work.Name);
            return RestAfterFailure;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Background work {Work} failed and will be tried again")]
    private partial void LogFailure(Exception exception, string work);
}
