namespace SystemDesign.UrlShortener.Data;

/// <summary>A user who left, and of whom there may be something still.</summary>
internal sealed class Erasure
{
    public required Guid UserId { get; init; }

    public required DateTimeOffset LeftAt { get; init; }

    /// <summary>Until then one instance is at it.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }
}
