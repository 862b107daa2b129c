namespace SystemDesign.Analytics.Data;

/// <summary>That a custom event was counted.</summary>
internal sealed class CustomEventId
{
    /// <summary>A hash of the user's id and of what the user calls the event, and neither of them: see <see cref="KeyedHash"/>.</summary>
    public required Guid Id { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
