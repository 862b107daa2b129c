namespace SystemDesign.Twitter.Data.Rows;

internal sealed class Like
{
    public required Guid TweetId { get; init; }

    public required int Person { get; init; }

    public required DateTimeOffset LikedAt { get; init; }
}
