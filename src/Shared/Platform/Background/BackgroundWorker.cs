using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SystemDesign.Platform.Background;

/// <summary>
/// Runs a <see cref="IBackgroundWork"/> again and again until the process stops. A run that fails is logged, shown to the
/// operator and tried again: work in the background never ends before its process does.
/// </summary>
internal sealed partial class BackgroundWorker<TWork>(
    TWork work, WorkBoard board, WorkEnd end, IHostApplicationLifetime lifetime, ILogger<BackgroundWorker<TWork>> logger) : BackgroundService
    where TWork : IBackgroundWork
{
    /// <summary>What makes a run fail, such as a server that is away, rarely goes at once.</summary>
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>At the end there is no time to rest, but what failed for a lost race or a server's restart may still succeed.</summary>
    private static readonly TimeSpan RestAtTheEnd = TimeSpan.FromMilliseconds(100);

    /// <summary>From the first moment: operators are shown what has not had its turn yet too.</summary>
    private readonly WorkCard card = board.CardOf(work.Name);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        end.Add(EndAsync);
        return base.StartAsync(cancellationToken);
    }

    /// <param name="cancellationToken">Is about requests, whose time may be over: background work has its own.</param>
    public override Task StopAsync(CancellationToken cancellationToken) => end.EndAsync();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work.Bell.WaitAsync(await RunAsync(stoppingToken), stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // Given up half-way, in whatever way that shows: what must not be lost is tried again at the end.
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

    private async Task EndAsync(CancellationToken timeIsOver)
    {
        await base.StopAsync(timeIsOver);
        var failure = "It is still running.";
        while (!timeIsOver.IsCancellationRequested)
        {
            try
            {
                await work.FinishAsync().WaitAsync(timeIsOver);
                return;
            }
            catch (Exception exception) when (!timeIsOver.IsCancellationRequested)
            {
                failure = exception.Message;
                await Task.Delay(RestAtTheEnd, timeIsOver).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                // It goes on, but nobody waits for it any more.
            }
        }

        LogGivenUp(work.Name, failure);
    }

    private async Task<TimeSpan> RunAsync(CancellationToken stoppingToken)
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Background work {Work} had not finished when the time to stop was over, and what it had not written is lost: {Failure}")]
    private partial void LogGivenUp(string work, string failure);
}
