using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Security;

namespace SystemDesign.Platform.Realtime;

/// <summary>
/// Finds in the database what no signal told of, for those who are connected: frames, and sessions that have ended. Without connections it
/// asks nothing.
/// </summary>
internal sealed class RealtimePoll(Channels channels, EndedSessions ended, RealtimeSweep sweep, TimeProvider clock) : IBackgroundWork, IDisposable
{
    /// <summary>Users that one query asks about.</summary>
    private const int Portion = 500;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>By which the clocks of instances may differ at most, and more.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    private DateTimeOffset seen = clock.Now();

    public string Name => "realtime-poll";

    public Bell Bell { get; } = new();

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var connected = channels.All.Where(channel => !channel.IsEmpty).ToList();
        if (connected.Count > 0)
        {
            sweep.End([.. await ended.SinceAsync(seen - ClockDifference, cancellationToken)]);
        }

        seen = now;
        foreach (var channel in connected)
        {
            foreach (var users in channel.Users.Chunk(Portion))
            {
                Hear(channel, await channel.LastAsync(users, cancellationToken));
            }
        }

        return Period;
    }

    public void Dispose() => Bell.Dispose();

    private static void Hear(Channel channel, IReadOnlyDictionary<Guid, long> last)
    {
        foreach (var (userId, position) in last)
        {
            foreach (var connection in channel.Of(userId))
            {
                connection.Hear(position);
            }
        }
    }
}
