namespace SystemDesign.Analytics.Data;

/// <summary>That a <see cref="TrafficBatch"/> was written, kept by its own transaction: so one that comes again finds it there.</summary>
internal sealed class WrittenBatch
{
    public required Guid Id { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }
}
