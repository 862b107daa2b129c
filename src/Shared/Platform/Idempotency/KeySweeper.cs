using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SystemDesign.Platform.Idempotency;

/// <summary>Deletes what has expired, in the background, so that no request pays for it.</summary>
internal sealed partial class KeySweeper(IEnumerable<IExpiredKeys> databases, TimeProvider clock, ILogger<KeySweeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Keeping.SweepInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var database in databases)
            {
                await SweepAsync(database, stoppingToken);
            }
        }
    }

    private async Task SweepAsync(IExpiredKeys database, CancellationToken stoppingToken)
    {
        try
        {
            await database.SweepAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // What is left, the next sweep finds; meanwhile it is in nobody's way.
            LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired idempotency keys could not be deleted")]
    private partial void LogFailed(Exception exception);
}
