namespace SystemDesign.Tests.Integration.Twitter;

internal sealed record AuthorBody(string UserName, string DisplayName, bool IsPrivate);

internal sealed record ShownFileBody(Guid FileId, string Url, string ContentType, long Bytes);

/// <summary>A tweet as it goes on the wire.</summary>
internal sealed record TweetBody(
    Guid Id,
    AuthorBody Author,
    string Text,
    DateTimeOffset CreatedAt,
    Guid? InReplyTo,
    Guid Thread,
    Guid? QuoteOf,
    TweetBody? Quote,
    ShownFileBody[] Media,
    string[] Mentions,
    int Likes,
    int Reposts,
    int Replies,
    int Quotes,
    bool Liked,
    bool Reposted);

internal sealed record ThreadBody(TweetBody[] Answered, TweetBody Tweet);

internal sealed record LineBody(Guid Id, AuthorBody? RepostedBy, TweetBody Tweet);

internal sealed record RelationBody(bool Following, bool Requested, bool FollowsMe, bool Blocking, bool Muting);

internal sealed record ProfileBody(
    string UserName, string DisplayName, string Bio, bool IsPrivate, int Tweets, int Followers, int Following, DateTimeOffset JoinedAt, RelationBody Relation);

internal sealed record FollowBody(bool Following, bool Requested);
