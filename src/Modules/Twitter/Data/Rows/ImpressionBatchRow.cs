namespace SystemDesign.Twitter.Data.Rows;

/// <summary>That a batch of impressions was written, kept by its own transaction: so one that comes again finds it there.</summary>
internal sealed class ImpressionBatchRow
{
    /// <summary>UUIDv7, so that the oldest come first.</summary>
    public required Guid Id { get; init; }
}
