using System.Diagnostics;
using SystemDesign.Kernel.Realtime;
using SystemDesign.Platform.Signals;

namespace SystemDesign.Platform.Realtime;

/// <summary>
/// Sends to the connections of this instance, and tells the others, each of which looks into its own; the cost of having no connection of
/// that user there is that look.
/// </summary>
internal sealed class Connections(Channels channels, ISignals signals, Surroundings surroundings) : IConnections, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];

    /// <summary>To the other instances, from now on.</summary>
    public void Listen() =>
        subscriptions.AddRange(channels.All.Select(channel => signals.Subscribe(SignalOf(channel), content => Hear(channel, content))));

    public async Task SendAsync(string channel, Guid userId, Frame frame)
    {
        var to = channels.Find(channel);
        using var span = RealtimeSpans.Source.StartActivity($"{channel} push", ActivityKind.Producer);
        span?.SetTag("frame", frame.Type);
        var outgoing = OutgoingFrame.Of(frame, surroundings.Json);
        Offer(to, userId, outgoing);
        await signals.SendAsync(SignalOf(to), Signalled.Write(userId, outgoing));
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    private static void Hear(Channel channel, string content)
    {
        var userId = Signalled.UserOf(content);
        if (!channel.Of(userId).IsEmpty && Signalled.FrameOf(content) is { } frame)
        {
            Offer(channel, userId, frame);
        }
    }

    private static void Offer(Channel channel, Guid userId, OutgoingFrame frame)
    {
        foreach (var connection in channel.Of(userId))
        {
            connection.Offer(frame);
        }
    }

    private static string SignalOf(Channel channel) => $"realtime.{channel.Name}";
}
