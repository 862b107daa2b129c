using System.Diagnostics.Metrics;
using SystemDesign.Notifications.Domain;

namespace SystemDesign.Notifications.Data;

/// <summary>What can be watched of notifications on their way.</summary>
internal sealed class NotificationMetrics
{
    private readonly Counter<long> items;
    private readonly Counter<long> attempts;
    private readonly Histogram<double> lag;
    private readonly Gauge<long> pending;

    public NotificationMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(typeof(NotificationMetrics).Assembly.GetName().Name!);
        items = meter.CreateCounter<long>("systemdesign.notifications.items", "{notification}", "Notifications asked for, by topic and outcome.");
        attempts = meter.CreateCounter<long>("systemdesign.notifications.deliveries", "{delivery}", "What became of deliveries that were due, by channel, provider and outcome.");
        lag = meter.CreateHistogram<double>("systemdesign.notifications.lag", "s", "From the writing of a delivery to its taking by a provider, by channel.");
        pending = meter.CreateGauge<long>("systemdesign.notifications.pending", "{delivery}", "Deliveries that wait, those whose time has not come included.");
    }

    public void CountItem(string topic, string outcome) => items.Add(1, new("topic", topic), new("outcome", outcome));

    public void CountDelivery(Channel channel, string? provider, string outcome) =>
        attempts.Add(1, new("channel", Word(channel)), new("provider", provider), new("outcome", outcome));

    public void MeasureLag(Channel channel, TimeSpan time) => lag.Record(time.TotalSeconds, new KeyValuePair<string, object?>("channel", Word(channel)));

    public void MeasurePending(long count) => pending.Record(count);

    private static string Word(Channel channel) => channel switch
    {
        Channel.Email => "email",
        Channel.Sms => "sms",
        _ => "push",
    };
}
