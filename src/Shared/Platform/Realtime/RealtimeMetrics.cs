using System.Diagnostics.Metrics;

namespace SystemDesign.Platform.Realtime;

/// <summary>What can be watched of connections.</summary>
internal sealed class RealtimeMetrics
{
    public const string MeterName = "SystemDesign.Realtime";

    private readonly Counter<long> sent;
    private readonly Counter<long> received;
    private readonly Counter<long> closed;
    private readonly Counter<long> overflows;

    public RealtimeMetrics(IMeterFactory meters, Channels channels)
    {
        var meter = meters.Create(MeterName);
        sent = meter.CreateCounter<long>("systemdesign.realtime.sent", "{frame}", "Frames that were written to connections, by channel and transport.");
        received = meter.CreateCounter<long>("systemdesign.realtime.received", "{frame}", "Frames that clients sent, by channel.");
        closed = meter.CreateCounter<long>("systemdesign.realtime.closed", "{connection}", "Connections that ended, by channel, transport and reason.");
        overflows = meter.CreateCounter<long>(
            "systemdesign.realtime.overflows", "{frame}", "Frames that found a connection's queue full, by channel and outcome: it was closed, or the frame dropped.");
        meter.CreateObservableGauge("systemdesign.realtime.connections", () => Count(channels), "{connection}", "Connections that are open, by channel and transport.");
    }

    public void Sent(Connection connection) => sent.Add(1, Channel(connection), Transport(connection));

    public void Received(Connection connection) => received.Add(1, Channel(connection));

    public void Closed(Connection connection, Ending ending) => closed.Add(1, Channel(connection), Transport(connection), new("reason", ending.Reason));

    public void Overflow(Connection connection, string outcome) => overflows.Add(1, Channel(connection), new("outcome", outcome));

    private static IEnumerable<Measurement<long>> Count(Channels channels) =>
        from channel in channels.All
        let transports = channel.Connections.CountBy(connection => connection.Transport).ToDictionary()
        from transport in Connection.Transports
        select new Measurement<long>(transports.GetValueOrDefault(transport), new("channel", channel.Name), new("transport", transport));

    private static KeyValuePair<string, object?> Channel(Connection connection) => new("channel", connection.Channel.Name);

    private static KeyValuePair<string, object?> Transport(Connection connection) => new("transport", connection.Transport);
}
