using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Twitter;

/// <summary>A tweet is no more: whoever keeps something of it forgets it.</summary>
/// <param name="TweetId">UUIDv7; the key.</param>
/// <param name="AuthorId">The user who wrote it.</param>
/// <param name="DeletedAt">UTC.</param>
[EventName("twitter.tweet-deleted.v1")]
public sealed record TweetDeleted(Guid TweetId, Guid AuthorId, DateTimeOffset DeletedAt) : IByUser
{
    string IEvent.Key => TweetId.ToString();

    Guid? IByUser.UserId => AuthorId;
}
