namespace SystemDesign.UrlShortener.Data;

/// <summary>A code that was made before its link (US-2): "pre-generated with a null value, and filled little by little".</summary>
internal sealed class PoolCode
{
    public required int Length { get; init; }

    /// <summary>Its place in the order of its <see cref="CodeSequence"/>, in which they are handed out.</summary>
    public required long Position { get; init; }

    public required string Code { get; init; }

    /// <summary>Nobody's yet.</summary>
    public Guid? LinkId { get; init; }

    /// <summary>The instance that may use it.</summary>
    public Guid? Lease { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }
}
