using System.Diagnostics;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Outbox.Delivery;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Platform.Outbox;

/// <summary>What was told in this scope and is not written yet. The unit of work writes it, with the rest, or forgets it.</summary>
internal sealed class EventsTold(EventCatalog catalog, Subscriptions subscriptions, TimeProvider clock) : IOutbox
{
    private readonly List<OutboxEvent> events = [];

    public bool Any => events.Count > 0;

    public void Add(IEvent happened)
    {
        var name = catalog.NameOf(happened.GetType());
        using var activity = OutboxTelemetry.Source.StartActivity($"{name} publish", ActivityKind.Producer);
        if (subscriptions.To(name).Count == 0 && happened is not IStateEvent)
        {
            // Nobody is to have it: whoever counts on state events may come later, and on no others.
            return;
        }

        var now = clock.Now();
        events.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            Key = happened.Key,
            Payload = EventJson.Write(happened),
            TraceParent = Activity.Current?.Id,
            OccurredAt = now,
        });
    }

    public IReadOnlyList<OutboxEvent> Take()
    {
        var taken = events.ToList();
        events.Clear();
        return taken;
    }

    public void Clear() => events.Clear();
}
