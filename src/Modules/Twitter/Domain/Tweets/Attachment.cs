namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>A file that a tweet shows, as Media vouched for it when the tweet was written.</summary>
internal sealed class Attachment
{
    public const int MaximumNameLength = 200;

    public const int MaximumContentTypeLength = 100;

    public required Guid TweetId { get; init; }

    /// <summary>From 0, in the order in which the author put them.</summary>
    public required int Place { get; init; }

    public required Guid FileId { get; init; }

    /// <summary>What it is called below <c>/cdn/</c>.</summary>
    public required string ObjectName { get; init; }

    public required string ContentType { get; init; }

    public required long Bytes { get; init; }
}
