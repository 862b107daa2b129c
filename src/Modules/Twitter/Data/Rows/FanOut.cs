namespace SystemDesign.Twitter.Data.Rows;

/// <summary>
/// An entry that is on its way into its actor's followers' feeds, and how far it is. Made in the transaction of the entry itself, so
/// that nothing is ever forgotten; until it is gone, readers pull that entry.
/// </summary>
internal sealed class FanOut
{
    public required Guid EntryId { get; init; }

    public required int Actor { get; init; }

    /// <summary>Followers up to this number have it; 0: nobody.</summary>
    public required int Position { get; init; }
}
