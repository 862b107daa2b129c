namespace SystemDesign.Twitter.Data.Rows;

/// <summary>How often a tweet was shown; it goes with the tweet.</summary>
internal sealed class TweetImpressions
{
    public required Guid TweetId { get; init; }

    public required long Seen { get; init; }
}
