using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace SystemDesign.Platform.Realtime;

/// <summary>
/// From the signal to stop on, connections are closed: not all in one instant, since each client comes back at once, and before the server
/// waits for them. Nobody is let in any more.
/// </summary>
internal sealed class RealtimeDrain(Channels channels, IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    /// <summary>In so many portions, so that it takes a second at most.</summary>
    private const int Portions = 50;

    private static readonly TimeSpan BetweenPortions = TimeSpan.FromMilliseconds(20);

    /// <summary>For clients to close too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private Task draining = Task.CompletedTask;

    public bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => draining = Task.Run(DrainAsync, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Comes after the notice, during which the connections are closed already.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => draining;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task DrainAsync()
    {
        var connections = channels.Connections.ToList();
        foreach (var portion in connections.Chunk(Math.Max(1, connections.Count / Portions)))
        {
            portion.ToList().ForEach(connection => _ = connection.End(Ending.GoingAway));
            await Task.Delay(BetweenPortions);
        }

        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience && channels.Connections.Any();)
        {
            await Task.Delay(BetweenPortions);
        }

        channels.Connections.ToList().ForEach(connection => connection.Abort());
    }
}
