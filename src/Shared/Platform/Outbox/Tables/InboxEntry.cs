namespace SystemDesign.Platform.Outbox.Tables;

/// <summary>
/// That a handler had an event, kept in the handler's own database by the transaction of its effects: an event that comes
/// again finds it there, and so has its effects once.
/// </summary>
internal sealed class InboxEntry
{
    public required Guid EventId { get; init; }

    public required string Handler { get; init; }

    public required DateTimeOffset HandledAt { get; init; }
}
