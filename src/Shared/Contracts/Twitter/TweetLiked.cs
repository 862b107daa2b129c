using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Twitter;

/// <summary>Somebody likes a tweet.</summary>
/// <param name="TweetId">UUIDv7; the key.</param>
/// <param name="AuthorId">The user who wrote it.</param>
/// <param name="LikedById">The user who likes it.</param>
/// <param name="LikedAt">UTC.</param>
[EventName("twitter.tweet-liked.v1")]
public sealed record TweetLiked(Guid TweetId, Guid AuthorId, Guid LikedById, DateTimeOffset LikedAt) : IByUser
{
    string IEvent.Key => TweetId.ToString();

    Guid? IByUser.UserId => LikedById;
}
