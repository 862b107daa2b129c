namespace SystemDesign.Platform.Outbox.Tables;

/// <summary>An event, kept in the database of the module that told it, from the transaction that it tells of.</summary>
internal sealed class OutboxEvent
{
    /// <summary>Given by the database; the order of events of one key.</summary>
    public long Position { get; init; }

    public required Guid Id { get; init; }

    /// <summary>See <see cref="EventCatalog"/>.</summary>
    public required string Name { get; init; }

    /// <summary>See <see cref="Kernel.Events.IEvent.Key"/>.</summary>
    public string? Key { get; init; }

    public required string Payload { get; init; }

    /// <summary>The trace that told it (W3C Trace Context, section 3.2), so that it goes on where it is handled.</summary>
    public string? TraceParent { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Who works on it, or settled it: drawn anew with each claim, so that one that was too slow cannot settle it.</summary>
    public Guid? Lease { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>When every handler had it, or owes it (<see cref="OwedDelivery"/>).</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Of a state event: who had it. See <see cref="Audience"/>.</summary>
    public int? AudienceId { get; init; }
}
