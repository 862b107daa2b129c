using System.Globalization;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Contracts.Twitter;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Notices;

/// <summary>The words of what people are told, and the keys under which they are told it once.</summary>
internal static class Notice
{
    /// <summary>One key, whatever it is to them: whoever is answered and named by one tweet hears of it once.</summary>
    /// <param name="tweet">Told to whom it answers before whom it quotes, and to these before whom it names.</param>
    /// <param name="author">Who wrote it.</param>
    /// <param name="listenerId">Who hears of it.</param>
    /// <param name="now">UTC.</param>
    public static NotificationRequested Of(TweetPosted tweet, Person author, Guid listenerId, DateTimeOffset now)
    {
        var did = listenerId == tweet.RepliedToId ? "answered your tweet" : listenerId == tweet.QuotedId ? "quoted your tweet" : "named you in a tweet";
        return new(listenerId, NotificationTopics.Mentions.Name, $"{author.DisplayName} {did}", tweet.Text, LinkTo(tweet.TweetId), $"twitter.tweet:{tweet.TweetId}", now);
    }

    /// <summary>Who likes, takes it back and likes again is told of once; who follows again, once a day.</summary>
    public static NotificationRequested Of(Crowd crowd, Person actor, Guid listenerId, DateTimeOffset now) => new(
        listenerId,
        NotificationTopics.Reactions.Name,
        $"{actor.DisplayName} {Did(crowd.Kind, 1)}",
        $"@{actor.UserName}",
        IsOfTweet(crowd.Kind) ? LinkTo(crowd.Subject) : LinkTo(actor),
        IsOfTweet(crowd.Kind) ? $"{KeyOf(crowd.Kind)}:{crowd.Subject}:{actor.UserId}" : $"{KeyOf(crowd.Kind)}:{actor.UserId}:{DayOf(now)}",
        now);

    /// <param name="crowd">Whose hour is over.</param>
    /// <param name="people">How many of it were not told one by one.</param>
    /// <param name="listener">Who hears of it.</param>
    /// <param name="endedAt">When the hour was over: a crowd has one notice for each.</param>
    /// <param name="now">UTC.</param>
    public static NotificationRequested Of(Crowd crowd, int people, Person listener, DateTimeOffset endedAt, DateTimeOffset now) => new(
        listener.UserId,
        NotificationTopics.Reactions.Name,
        $"{people.ToString("N0", CultureInfo.InvariantCulture)} more {(people == 1 ? "person" : "people")} {Did(crowd.Kind, people)}",
        "Within the last hour, or since you last heard of it.",
        IsOfTweet(crowd.Kind) ? LinkTo(crowd.Subject) : LinkTo(listener),
        $"{KeyOf(crowd.Kind)}s:{crowd.Subject}:{endedAt.ToUnixTimeMilliseconds()}",
        now);

    public static NotificationRequested OfAcceptance(Person followee, Guid listenerId, DateTimeOffset now) => new(
        listenerId,
        NotificationTopics.Reactions.Name,
        $"{followee.DisplayName} lets you follow them",
        $"@{followee.UserName}",
        LinkTo(followee),
        $"twitter.follow-accepted:{followee.UserId}:{DayOf(now)}",
        now);

    private static bool IsOfTweet(CrowdKind kind) => kind is CrowdKind.Like or CrowdKind.Repost;

    private static string Did(CrowdKind kind, int people) => kind switch
    {
        CrowdKind.Like => people == 1 ? "likes your tweet" : "like your tweet",
        CrowdKind.Repost => "reposted your tweet",
        CrowdKind.Follow => people == 1 ? "follows you" : "follow you",
        _ => people == 1 ? "asks to follow you" : "ask to follow you",
    };

    private static string KeyOf(CrowdKind kind) => kind switch
    {
        CrowdKind.Like => "twitter.like",
        CrowdKind.Repost => "twitter.repost",
        CrowdKind.Follow => "twitter.follow",
        _ => "twitter.follow-request",
    };

    private static string LinkTo(Guid tweetId) => $"/api/twitter/tweet/{tweetId}";

    private static string LinkTo(Person person) => $"/api/twitter/users/{person.UserName}";

    private static string DayOf(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
