using Microsoft.Extensions.Hosting;
using SystemDesign.Platform.Security;

namespace SystemDesign.Platform.Realtime;

/// <summary>
/// One timer for all connections: each second it ends those whose token has expired, and gives up those that do not end. When a session
/// ends, it ends at once what that one opened.
/// </summary>
internal sealed class RealtimeSweep(Channels channels, SessionEnds sessions, Connections connections, TimeProvider clock)
    : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private ITimer? timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        connections.Listen();
        sessions.Subscribe(ids => End([.. ids]));
        timer = clock.CreateTimer(_ => Look(), null, Period, Period);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Closes the connections of these sessions.</summary>
    public void End(HashSet<Guid> sessionIds)
    {
        foreach (var connection in channels.Connections.Where(connection => sessionIds.Contains(connection.SessionId)))
        {
            _ = connection.End(Ending.SessionEnded);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }
    }

    private void Look()
    {
        var now = clock.GetUtcNow();
        foreach (var connection in channels.Connections)
        {
            connection.Look(now);
        }
    }
}
