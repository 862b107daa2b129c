namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>What came of giving one event to one handler.</summary>
/// <param name="Envelope">The event.</param>
/// <param name="Kind">How it went.</param>
/// <param name="Failure">What the handler threw, if it did.</param>
internal sealed record Outcome(Envelope Envelope, OutcomeKind Kind, string? Failure = null);

internal enum OutcomeKind
{
    /// <summary>Its effects are committed; or they were before.</summary>
    Handled,

    /// <summary>It left no trace.</summary>
    Failed,

    /// <summary>It was not tried: an earlier event of its key failed, or time was up.</summary>
    Waits,
}
