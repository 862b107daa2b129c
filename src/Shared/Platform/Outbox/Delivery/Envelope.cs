using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>An event on its way to its handlers.</summary>
/// <param name="Row">As stored.</param>
/// <param name="Type">Its type in this build.</param>
internal sealed record Envelope(OutboxEvent Row, Type Type) : IToldEvent
{
    private IEvent? content;

    public string Name => Row.Name;

    public DateTimeOffset OccurredAt => Row.OccurredAt;

    public TContent? Find<TContent>()
        where TContent : class, IEvent => Type.IsAssignableTo(typeof(TContent)) ? (TContent)Open() : null;

    /// <exception cref="System.Text.Json.JsonException">What is stored is no such event.</exception>
    public IEvent Open() => content ??= EventJson.Read(Row.Payload, Type);
}
