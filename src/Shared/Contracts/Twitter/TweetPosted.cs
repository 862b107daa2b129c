using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Twitter;

/// <summary>Somebody wrote a tweet.</summary>
/// <param name="TweetId">UUIDv7; the key.</param>
/// <param name="AuthorId">The user who wrote it.</param>
/// <param name="Text">As it is shown.</param>
/// <param name="InReplyTo">The tweet that it answers; nothing: none.</param>
/// <param name="RepliedToId">The user whom it answers.</param>
/// <param name="QuoteOf">The tweet that it shows; nothing: none.</param>
/// <param name="QuotedId">The user whose that is.</param>
/// <param name="MentionedIds">The users whom it names, at most 50.</param>
/// <param name="IsPrivate">Whether only the author's followers see it, when it was written.</param>
/// <param name="PostedAt">UTC.</param>
[EventName("twitter.tweet-posted.v1")]
public sealed record TweetPosted(
    Guid TweetId,
    Guid AuthorId,
    string Text,
    Guid? InReplyTo,
    Guid? RepliedToId,
    Guid? QuoteOf,
    Guid? QuotedId,
    IReadOnlyList<Guid> MentionedIds,
    bool IsPrivate,
    DateTimeOffset PostedAt) : IByUser
{
    string IEvent.Key => TweetId.ToString();

    Guid? IByUser.UserId => AuthorId;
}
