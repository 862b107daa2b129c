using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>A line of a feed or a profile: a tweet, and who brought it there.</summary>
/// <param name="Id">UUIDv7: of a tweet its own; of a repost, as old as that.</param>
/// <param name="RepostedBy">Who reposted it; null: it stands there as its author's.</param>
/// <param name="Tweet">The tweet.</param>
internal sealed record TimelineItem(Guid Id, Author? RepostedBy, ShownTweet Tweet);
