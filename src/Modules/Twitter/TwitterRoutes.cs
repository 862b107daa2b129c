using SystemDesign.Platform.Design;
using SystemDesign.Twitter.Domain.Engagement;
using SystemDesign.Twitter.Domain.Feeds;
using SystemDesign.Twitter.Domain.Graph;
using SystemDesign.Twitter.Domain.Impressions;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Recommendations;
using SystemDesign.Twitter.Domain.Search;
using SystemDesign.Twitter.Domain.Trends;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter;

/// <summary>Every route, who may use it, and the request that it sends.</summary>
internal static class TwitterRoutes
{
    public static IReadOnlyList<CaseEndpoint> All { get; } = [.. TweetEndpoints, .. PeopleEndpoints, .. FeedEndpoints];

    private static IEnumerable<CaseEndpoint> TweetEndpoints =>
    [
        new("POST", "/api/twitter/tweet", Access.SignedIn, nameof(PostTweet), "Posts a tweet."),
        new("GET", "/api/twitter/tweet/{id:guid}", Access.SignedIn, nameof(ReadTweet), "A tweet."),
        new("DELETE", "/api/twitter/tweet/{id:guid}", Access.SignedIn, nameof(DeleteTweet), "Deletes one of my tweets."),
        new("GET", "/api/twitter/tweet/{id:guid}/thread", Access.SignedIn, nameof(ReadThread), "A tweet and what it answers."),
        new("GET", "/api/twitter/tweet/{id:guid}/replies", Access.SignedIn, nameof(ListReplies), "What answers a tweet."),
        new("GET", "/api/twitter/tweet/{id:guid}/stats", Access.SignedIn, nameof(ReadTweetStats), "How one of my tweets does."),
        new("PUT", "/api/twitter/tweet/{id:guid}/like", Access.SignedIn, nameof(LikeTweet), "Likes a tweet."),
        new("DELETE", "/api/twitter/tweet/{id:guid}/like", Access.SignedIn, nameof(UnlikeTweet), "Likes it no more."),
        new("PUT", "/api/twitter/tweet/{id:guid}/repost", Access.SignedIn, nameof(RepostTweet), "Reposts a tweet."),
        new("DELETE", "/api/twitter/tweet/{id:guid}/repost", Access.SignedIn, nameof(UndoRepost), "Takes a repost back."),
    ];

    private static IEnumerable<CaseEndpoint> PeopleEndpoints =>
    [
        new("GET", "/api/twitter/users/{userName}", Access.SignedIn, nameof(ReadProfile), "Somebody, as I see them."),
        new("PATCH", "/api/twitter/profile", Access.SignedIn, nameof(EditMyProfile), "Changes what I say of myself, and who sees what I write."),
        new("GET", "/api/twitter/users/{userName}/tweets", Access.SignedIn, nameof(ListTweetsOfPerson), "What somebody wrote and reposted."),
        new("PUT", "/api/twitter/users/{userName}/follow", Access.SignedIn, nameof(FollowPerson), "Follows somebody, or asks to."),
        new("DELETE", "/api/twitter/users/{userName}/follow", Access.SignedIn, nameof(UnfollowPerson), "Follows them no more."),
        new("PUT", "/api/twitter/users/{userName}/block", Access.SignedIn, nameof(BlockPerson), "Blocks somebody."),
        new("DELETE", "/api/twitter/users/{userName}/block", Access.SignedIn, nameof(UnblockPerson), "Takes a block back."),
        new("PUT", "/api/twitter/users/{userName}/mute", Access.SignedIn, nameof(MutePerson), "Mutes somebody."),
        new("DELETE", "/api/twitter/users/{userName}/mute", Access.SignedIn, nameof(UnmutePerson), "Takes a mute back."),
        new("GET", "/api/twitter/users/{userName}/followers", Access.SignedIn, nameof(ListFollowers), "Who follows somebody."),
        new("GET", "/api/twitter/users/{userName}/following", Access.SignedIn, nameof(ListFollowing), "Whom somebody follows."),
        new("GET", "/api/twitter/follow-requests", Access.SignedIn, nameof(ListFollowRequests), "Who asks to follow me."),
        new("PUT", "/api/twitter/follow-requests/{userName}", Access.SignedIn, nameof(AcceptFollower), "Lets somebody follow me."),
        new("DELETE", "/api/twitter/follow-requests/{userName}", Access.SignedIn, nameof(DeclineFollower), "Does not let them."),
        new("GET", "/api/twitter/blocks", Access.SignedIn, nameof(ListMyBlocks), "Whom I block."),
        new("GET", "/api/twitter/mutes", Access.SignedIn, nameof(ListMyMutes), "Whom I mute."),
    ];

    /// <summary>GraphQL sends any of the requests that routes send, and those for many at once; each of its two methods is named with one.</summary>
    private static IEnumerable<CaseEndpoint> FeedEndpoints =>
    [
        new("GET", "/api/twitter/feed", Access.SignedIn, nameof(ReadFeed), "What those whom I follow wrote and reposted, and I."),
        new("GET", "/api/twitter/operator/feeds/policy", Access.Operator, nameof(ReadFeedPolicy), "How what people write comes into feeds."),
        new("PUT", "/api/twitter/operator/feeds/policy", Access.Operator, nameof(ChangeFeedPolicy), "Turns the knob: push, pull or hybrid."),
        new("GET", "/api/twitter/recommendations", Access.SignedIn, nameof(RecommendPeople), "Whom I may want to follow."),
        new("GET", "/api/twitter/search", Access.SignedIn, nameof(SearchTweets), "Tweets that have all that is looked for."),
        new("GET", "/api/twitter/tags/{tag}", Access.SignedIn, nameof(ListTagged), "What was written with a tag."),
        new("GET", "/api/twitter/trends", Access.SignedIn, nameof(ListTrends), "What many write about now."),
        new("POST", "/api/twitter/operator/search/rebuild", Access.Operator, nameof(RebuildSearchIndex), "Has the search index made anew."),
        new("GET", "/api/twitter/graphql", Access.SignedIn, nameof(ReadTweets), "Any query by GraphQL; tweets, for one. With ?sdl, its schema."),
        new("POST", "/api/twitter/graphql", Access.SignedIn, nameof(PostTweet), "Any query or mutation by GraphQL; to post a tweet, for one."),
    ];
}
