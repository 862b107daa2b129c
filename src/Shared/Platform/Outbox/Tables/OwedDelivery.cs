namespace SystemDesign.Platform.Outbox.Tables;

/// <summary>
/// What one handler is owed of one event: it failed, or it waits behind one of the same key that failed. Kept beside the
/// event; gone when the handler had it.
/// </summary>
internal sealed class OwedDelivery
{
    /// <summary>Stands for a handler where this build does not even know the event.</summary>
    public const string NoHandler = "";

    public required Guid Id { get; init; }

    /// <summary>The event's.</summary>
    public required long Position { get; init; }

    public required string Handler { get; init; }

    /// <summary>The event's.</summary>
    public string? Key { get; init; }

    /// <summary>How often the handler failed.</summary>
    public required int Attempts { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it was given up: an operator decides then.</summary>
    public DateTimeOffset? DeadAt { get; init; }

    /// <summary>What the last failure said.</summary>
    public string? Failure { get; init; }

    public Guid? Lease { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }
}
