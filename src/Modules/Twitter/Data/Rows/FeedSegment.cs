namespace SystemDesign.Twitter.Data.Rows;

/// <summary>A part of all feeds' lines; new lines go into the last one until it is full.</summary>
internal sealed class FeedSegment
{
    public required int Number { get; init; }

    /// <summary>How many were written into it; those that went since are not subtracted.</summary>
    public required long Lines { get; init; }
}
