namespace SystemDesign.UrlShortener.Data;

/// <summary>That a <see cref="VisitBatch"/> was written, kept by its own transaction: so one that comes again finds it there.</summary>
internal sealed class WrittenBatch
{
    /// <summary>UUIDv7, so that the oldest come first.</summary>
    public required Guid Id { get; init; }
}
