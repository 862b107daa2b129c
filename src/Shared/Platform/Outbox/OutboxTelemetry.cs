using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SystemDesign.Platform.Outbox;

/// <summary>What can be watched of events on their way.</summary>
internal sealed class OutboxTelemetry
{
    public const string Name = "SystemDesign.Outbox";

    /// <summary>The factory's to dispose.</summary>
    private readonly Meter meter;

    public OutboxTelemetry(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        Deliveries = meter.CreateCounter<long>("systemdesign.outbox.deliveries", "{delivery}", "Events given to handlers, by event, handler and outcome.");
        Lag = meter.CreateHistogram<double>("systemdesign.outbox.lag", "s", "From an event's telling to its handler, by handler.");
        Pending = meter.CreateGauge<long>("systemdesign.outbox.pending", "{event}", "Events that wait, by module.");
        OldestAge = meter.CreateGauge<double>("systemdesign.outbox.oldest.age", "s", "Age of the oldest that waits, by module.");
        Retrying = meter.CreateGauge<long>("systemdesign.outbox.retrying", "{delivery}", "Deliveries that failed and will be tried again, by module.");
        Dead = meter.CreateGauge<long>("systemdesign.outbox.dead", "{delivery}", "Deliveries that nobody tries any more, by module.");
    }

    public static ActivitySource Source { get; } = new(Name);

    public Counter<long> Deliveries { get; }

    /// <summary>A span for events that a handler has together; nothing if nobody listens.</summary>
    /// <param name="handler">As in its subscription.</param>
    /// <param name="told">The traces that told them, where there are any.</param>
    public static Activity? StartBatch(string handler, IReadOnlyList<string?> told)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var contexts = told.Select(parent => ActivityContext.TryParse(parent, null, isRemote: true, out var context) ? context : default).Where(context => context != default).ToList();
        var activity = Source.StartActivity("events process", ActivityKind.Consumer, contexts.FirstOrDefault(), links: contexts.Skip(1).Select(context => new ActivityLink(context)));
        activity?.SetTag("handler", handler).SetTag("messaging.batch.message_count", told.Count);
        return activity;
    }

    public Histogram<double> Lag { get; }

    public Gauge<long> Pending { get; }

    public Gauge<double> OldestAge { get; }

    public Gauge<long> Retrying { get; }

    public Gauge<long> Dead { get; }
}
