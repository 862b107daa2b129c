namespace SystemDesign.Platform.Outbox.Tables;

/// <summary>
/// A set of handlers that had the same state events. A row per set and not per event and handler: sets change when a build
/// brings a new handler, events come by the million.
/// </summary>
internal sealed class Audience
{
    public int Id { get; init; }

    public required string EventName { get; init; }

    /// <summary>In order, divided by commas.</summary>
    public required string Handlers { get; init; }
}
