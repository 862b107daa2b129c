using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Twitter;

/// <summary>Somebody shows a tweet to those who follow them.</summary>
/// <param name="TweetId">UUIDv7; the key.</param>
/// <param name="AuthorId">The user who wrote it.</param>
/// <param name="RepostedById">The user who reposted it.</param>
/// <param name="RepostedAt">UTC.</param>
[EventName("twitter.tweet-reposted.v1")]
public sealed record TweetReposted(Guid TweetId, Guid AuthorId, Guid RepostedById, DateTimeOffset RepostedAt) : IByUser
{
    string IEvent.Key => TweetId.ToString();

    Guid? IByUser.UserId => RepostedById;
}
