namespace SystemDesign.Twitter.Data.Rows;

/// <summary>What can stand in feeds: a tweet, by its author, or a repost of one, by whoever reposted it.</summary>
internal sealed class Entry
{
    /// <summary>UUIDv7; of a tweet, its own.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose doing it is, and so in whose followers' feeds it stands.</summary>
    public required int Actor { get; init; }

    public required Guid TweetId { get; init; }
}
