namespace SystemDesign.Twitter.Data.Rows;

/// <summary>
/// An entry in a feed that it was pushed into (TW-8). The lines of one time lie together in a segment, and in it by owner: so a tweet
/// for a hundred thousand followers writes to some thousand pages, and not to one for each.
/// </summary>
internal sealed class FeedLine
{
    public required int Segment { get; init; }

    public required int Owner { get; init; }

    public required Guid EntryId { get; init; }
}
