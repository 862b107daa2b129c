namespace SystemDesign.Twitter.Data.Rows;

/// <summary>A hashtag that a tweet has.</summary>
internal sealed class TagUse
{
    public required Guid TweetId { get; init; }

    /// <summary>Without the number sign, in lower case.</summary>
    public required string Tag { get; init; }
}
