using SystemDesign.Platform.Design;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Domain.Engagement;
using SystemDesign.Twitter.Domain.Feeds;
using SystemDesign.Twitter.Domain.Graph;
using SystemDesign.Twitter.Domain.Impressions;
using SystemDesign.Twitter.Domain.Notices;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Recommendations;
using SystemDesign.Twitter.Domain.Search;
using SystemDesign.Twitter.Domain.Trends;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter;

/// <summary>Step 6 of the design: what the code does, arrow by arrow, with the span that proves each.</summary>
internal static class TwitterDrawing
{
    private const string Client = "client";
    private const string Gateway = "gateway";
    private const string Users = "users";
    private const string Tweets = "tweets";
    private const string TweetCache = "tweet-cache";
    private const string GraphQL = "graphql";
    private const string Graph = "graph";
    private const string Feeds = "feeds";
    private const string FeedCache = "feed-cache";
    private const string FeedStore = "feed-store";
    private const string FeedKeeper = "feed-keeper";
    private const string FanOutQueue = "fan-out-queue";
    private const string FanOutWorker = "fan-out-worker";
    private const string Recommendations = "recommendations";
    private const string MostFollowedCache = "most-followed";
    private const string Search = "search";
    private const string Trends = "trends";
    private const string TrendCache = "trend-cache";
    private const string Eraser = "eraser";
    private const string PeopleCache = "people-cache";
    private const string TweetDatabase = "tweet-database";
    private const string ImpressionCounter = "impression-counter";
    private const string Stats = "stats";
    private const string Notices = "notices";
    private const string CrowdTeller = "crowd-teller";
    private const string Notifications = "notifications";
    private const string NotificationDatabase = "notification-database";
    private const string UserDatabase = "user-database";
    private const string EndedSessions = "ended-sessions";
    private const string PlatformDatabase = "platform-database";
    private const string Queue = "queue";

    /// <summary>Walls keep the other modules' types out of sight, so their names are written out.</summary>
    private const string UsersModule = "SystemDesign.Users";
    private const string UsersSchema = "users";
    private const string PlatformSchema = "platform";
    private const string NotificationsSchema = "notifications";
    private const string Requested = "notifications.notification-requested.v1";
    private const string SessionsEnded = "users.sessions-ended.v1";

    private static readonly string Module = typeof(TwitterDrawing).Assembly.GetName().Name!;

    public static Drawing Value { get; } = new(
        [.. CallBoxes, .. EventBoxes, .. FeedBoxes, .. DiscoveryBoxes],
        [.. CallArrows, .. GraphQLArrows, .. EventArrows, .. FeedArrows, .. DiscoveryArrows]);

    private static IReadOnlyList<Box> CallBoxes =>
    [
        new(Client, "Client", BoxKind.Client, "An app or a program that tweets and reads."),
        new(Gateway, "Gateway", BoxKind.Gateway, "One pipeline for every request: routes, tokens, limits, errors."),
        new(Users, "Users", BoxKind.Service, "Accounts and sign-in, shared by all the cases. A token says who somebody is, so that no case asks."),
        new(GraphQL, "GraphQL", BoxKind.Service, "Takes a document apart, and asks for its fields what routes ask for; for the fields of a whole page, once (TW-7)."),
        new(Tweets, "Tweets", BoxKind.Service, "Posts, shows and deletes tweets and threads, and takes likes and reposts (TW-5, TW-13)."),
        new(
            TweetCache,
            "Tweet cache",
            BoxKind.Cache,
            "What tweets have beside their rows, their files and whom they name, believed as long as nobody who can change it did anything (TW-13). Read through."),
        new(Graph, "Graph", BoxKind.Service, "People, and who follows, blocks and mutes whom (TW-10)."),
        new(PeopleCache, "People cache", BoxKind.Cache, "Which number a user has in the graph (TW-11). Read through."),
        new(
            TweetDatabase,
            "Tweet database",
            BoxKind.Database,
            "Tweets, edges, entries, tags, the index of search, crowds and impressions; and the rule of who may see what, which every query asks. "
                + "What is drawn as the feed store and the fan-out queue are tables of it, so that one transaction can write to all."),
        new(Stats, "Stats", BoxKind.Service, "Shows an author how a tweet does (TW-15)."),
        new(UserDatabase, "User database", BoxKind.Database, "Accounts and sessions."),
        new(EndedSessions, "Ended sessions", BoxKind.Cache, "Whose access tokens are refused although they have not expired."),
        new(PlatformDatabase, "Platform database", BoxKind.Database, "What all processes share: the keys of tokens, and the sessions that have ended."),
    ];

    private static IReadOnlyList<Arrow> CallArrows =>
    [
        new(Client, Gateway, ArrowKind.Sync, "HTTP", [SpanName.HttpRequest]),
        new(
            Gateway,
            Users,
            ArrowKind.Sync,
            "register, log in, rename, leave",
            [
                SpanName.Request(UsersModule, "RegisterAccount"), SpanName.Request(UsersModule, "LogIn"), SpanName.Request(UsersModule, "EditMyAccount"),
                SpanName.Request(UsersModule, "DeleteMyAccount"),
            ]),
        new(Gateway, EndedSessions, ArrowKind.Sync, "session of the token", [SpanName.Cache("platform.ended-sessions")]),
        new(EndedSessions, PlatformDatabase, ArrowKind.Sync, "session that is not kept", [SpanName.Read(PlatformSchema)]),
        new(Users, PlatformDatabase, ArrowKind.Sync, "sessions that ended", [SpanName.Write(PlatformSchema)]),
        new(Users, UserDatabase, ArrowKind.Sync, "account, session", [SpanName.Read(UsersSchema), SpanName.Write(UsersSchema)]),
        new(
            Gateway,
            Tweets,
            ArrowKind.Sync,
            "post, read, list, delete, like, repost",
            [
                SpanName.Request<PostTweet>(), SpanName.Request<ReadTweet>(), SpanName.Request<ReadThread>(), SpanName.Request<ListReplies>(),
                SpanName.Request<DeleteTweet>(), SpanName.Request<ListTweetsOfPerson>(), SpanName.Request<LikeTweet>(), SpanName.Request<UnlikeTweet>(),
                SpanName.Request<RepostTweet>(), SpanName.Request<UndoRepost>(),
            ]),
        new(
            Gateway,
            Graph,
            ArrowKind.Sync,
            "profiles, follow, block, mute, lists",
            [
                SpanName.Request<ReadProfile>(), SpanName.Request<EditMyProfile>(), SpanName.Request<FollowPerson>(), SpanName.Request<UnfollowPerson>(),
                SpanName.Request<BlockPerson>(), SpanName.Request<UnblockPerson>(), SpanName.Request<MutePerson>(), SpanName.Request<UnmutePerson>(),
                SpanName.Request<AcceptFollower>(), SpanName.Request<DeclineFollower>(), SpanName.Request<ListFollowers>(), SpanName.Request<ListFollowing>(),
                SpanName.Request<ListFollowRequests>(), SpanName.Request<ListMyBlocks>(), SpanName.Request<ListMyMutes>(),
            ]),
        new(Gateway, Stats, ArrowKind.Sync, "read stats", [SpanName.Request<ReadTweetStats>()]),
        new(Tweets, PeopleCache, ArrowKind.Sync, "my number", [SpanName.Cache(PeopleNumbers.CacheName)]),
        new(Graph, PeopleCache, ArrowKind.Sync, "my number", [SpanName.Cache(PeopleNumbers.CacheName)]),
        new(Stats, PeopleCache, ArrowKind.Sync, "my number", [SpanName.Cache(PeopleNumbers.CacheName)]),
        new(PeopleCache, TweetDatabase, ArrowKind.Sync, "number that is not kept", [SpanName.Read(TwitterDb.SchemaName)]),
        new(Tweets, TweetCache, ArrowKind.Sync, "files and names", [SpanName.Request(Module, "FindTweetContents")]),
        new(Tweets, TweetDatabase, ArrowKind.Sync, "tweets, likes, entries", [SpanName.Read(TwitterDb.SchemaName), SpanName.Write(TwitterDb.SchemaName)]),
        new(Graph, TweetDatabase, ArrowKind.Sync, "people, edges", [SpanName.Read(TwitterDb.SchemaName), SpanName.Write(TwitterDb.SchemaName)]),
        new(Stats, TweetCache, ArrowKind.Sync, "files and names", [SpanName.Request(Module, "FindTweetContents")]),
        new(Stats, TweetDatabase, ArrowKind.Sync, "counts", [SpanName.Read(TwitterDb.SchemaName)]),
    ];

    /// <summary>As by routes, but that what a page asks for is asked for together.</summary>
    private static IReadOnlyList<Arrow> GraphQLArrows =>
    [
        new(Gateway, GraphQL, ArrowKind.Sync, "a document", [SpanName.Request(Module, "AnswerDocument")]),
        new(
            GraphQL,
            Tweets,
            ArrowKind.Sync,
            "tweets and first pages of many at once; post, delete, like, repost",
            [
                SpanName.Request<ReadTweets>(), SpanName.Request<ListFirstReplies>(), SpanName.Request<ListFirstTweetsOfPeople>(), SpanName.Request<ReadThread>(),
                SpanName.Request<PostTweet>(), SpanName.Request<DeleteTweet>(), SpanName.Request<LikeTweet>(), SpanName.Request<UnlikeTweet>(),
                SpanName.Request<RepostTweet>(), SpanName.Request<UndoRepost>(),
            ]),
        new(
            GraphQL,
            Graph,
            ArrowKind.Sync,
            "me, people and first pages of many at once; follow, block, mute",
            [
                SpanName.Request<ReadMyProfile>(), SpanName.Request<ReadProfiles>(), SpanName.Request<ListFirstFollowers>(), SpanName.Request<ListFirstFollowing>(),
                SpanName.Request<ListFollowRequests>(), SpanName.Request<EditMyProfile>(), SpanName.Request<FollowPerson>(), SpanName.Request<UnfollowPerson>(),
                SpanName.Request<BlockPerson>(), SpanName.Request<UnblockPerson>(), SpanName.Request<MutePerson>(), SpanName.Request<UnmutePerson>(),
                SpanName.Request<AcceptFollower>(), SpanName.Request<DeclineFollower>(),
            ]),
        new(GraphQL, Feeds, ArrowKind.Sync, "read the feed", [SpanName.Request<ReadFeed>()]),
    ];

    private static IReadOnlyList<Box> FeedBoxes =>
    [
        new(Feeds, "Feed service", BoxKind.Service, "Puts a feed together out of what was pushed and what is pulled, and judges each entry as it is read (TW-6, TW-9, TW-12)."),
        new(FeedCache, "Feed cache", BoxKind.Cache, "First pages, each believed as long as nobody whom it depends on did anything, and for 5 seconds at most (TW-12)."),
        new(FeedStore, "Feed store", BoxKind.Database, "Which entries were pushed into whose feed: lines, in segments of a million (TW-8, TW-12)."),
        new(FanOutQueue, "Fan-out queue", BoxKind.Queue, "Entries on their way into feeds, each committed with its tweet or repost, and with how far it came (TW-8)."),
        new(FanOutWorker, "Fan-out worker", BoxKind.Service, "Pushes entries into the feeds of followers, 2,000 lines to a transaction (TW-8)."),
        new(FeedKeeper, "Feed keeper", BoxKind.Service, "Gives who returns a feed, takes it from who stays away, and puts old segments together.")
        {
            Begins = [SpanName.Request(Module, "ReturnFeed")],
        },
    ];

    private static IReadOnlyList<Arrow> FeedArrows =>
    [
        new(
            Gateway,
            Feeds,
            ArrowKind.Sync,
            "read the feed; read and turn the knob",
            [SpanName.Request<ReadFeed>(), SpanName.Request<ReadFeedPolicy>(), SpanName.Request<ChangeFeedPolicy>()]),
        new(Feeds, PeopleCache, ArrowKind.Sync, "my number", [SpanName.Cache(PeopleNumbers.CacheName)]),
        new(Feeds, FeedCache, ArrowKind.Sync, "first page", [SpanName.Request(Module, "FindFeedPage")]),
        new(Feeds, FeedStore, ArrowKind.Sync, "entries, as of one moment", [SpanName.Request(Module, "ReadFeedLines")]),
        new(Feeds, TweetCache, ArrowKind.Sync, "files and names", [SpanName.Request(Module, "FindTweetContents")]),
        new(Feeds, TweetDatabase, ArrowKind.Sync, "whom I follow, tweets, the policy", [SpanName.Read(TwitterDb.SchemaName), SpanName.Write(TwitterDb.SchemaName)]),
        new(Feeds, ImpressionCounter, ArrowKind.Sync, "what was shown", [SpanName.Request(Module, "CountImpressions")]),
        new(FeedStore, TweetDatabase, ArrowKind.Sync, "its tables; and the entries that are pulled", [SpanName.Read(TwitterDb.SchemaName), SpanName.Write(TwitterDb.SchemaName)]),
        new(TweetDatabase, FanOutQueue, ArrowKind.Event, "an entry to push, with the tweet", [SpanName.Request(Module, "QueueFanOut")]),
        new(FanOutQueue, FanOutWorker, ArrowKind.Event, "an entry to push", [SpanName.Request(Module, nameof(FanOutEntries))]),
        new(FanOutWorker, FeedStore, ArrowKind.Sync, "a chunk of lines, and how far it came", [SpanName.Request(Module, "PushFeedLines")]),
        new(Queue, Feeds, ArrowKind.Event, "PersonFollowed: find what they wrote before", [Process("twitter.person-followed.v1", nameof(FillFeed))]),
        new(FeedKeeper, TweetDatabase, ArrowKind.Sync, "a feed that is opened", [SpanName.Write(TwitterDb.SchemaName)]),
        new(FeedKeeper, FeedStore, ArrowKind.Sync, "the lines of who returned", [SpanName.Request(Module, "FillFeedLines")]),
    ];

    private static IReadOnlyList<Box> DiscoveryBoxes =>
    [
        new(Recommendations, "Recommendations", BoxKind.Service, "Friends of friends, from a bounded part of the graph; for who is new, whom most follow (TW-10)."),
        new(MostFollowedCache, "Most followed", BoxKind.Cache, "Whom most follow, for half a minute. Read through."),
        new(Search, "Search", BoxKind.Service, "Finds tweets by words, tags and authors, by an index that events keep, and that can be made anew.")
        {
            Begins = [SpanName.Request(Module, nameof(RebuildSearch))],
        },
        new(Trends, "Trends", BoxKind.Service, "Tags that most people wrote with."),
        new(TrendCache, "Trend cache", BoxKind.Cache, "The tags of the day, for half a minute. Read through."),
        new(Eraser, "Eraser", BoxKind.Service, "Erases what somebody who left had here, a portion at a time.")
        {
            Begins = [SpanName.Request(Module, nameof(EraseDeparted))],
        },
    ];

    private static IReadOnlyList<Arrow> DiscoveryArrows =>
    [
        new(Gateway, Recommendations, ArrowKind.Sync, "recommend", [SpanName.Request<RecommendPeople>()]),
        new(Recommendations, PeopleCache, ArrowKind.Sync, "my number", [SpanName.Cache(PeopleNumbers.CacheName)]),
        new(Recommendations, MostFollowedCache, ArrowKind.Sync, "whom most follow", [SpanName.Cache(MostFollowed.CacheName)]),
        new(MostFollowedCache, TweetDatabase, ArrowKind.Sync, "people, when half a minute is over", [SpanName.Read(TwitterDb.SchemaName)]),
        new(Recommendations, TweetDatabase, ArrowKind.Sync, "two steps in the graph", [SpanName.Read(TwitterDb.SchemaName)]),
        new(Gateway, Search, ArrowKind.Sync, "search, list a tag, rebuild", [SpanName.Request<SearchTweets>(), SpanName.Request<ListTagged>(), SpanName.Request<RebuildSearchIndex>()]),
        new(Search, PeopleCache, ArrowKind.Sync, "my number", [SpanName.Cache(PeopleNumbers.CacheName)]),
        new(Search, TweetCache, ArrowKind.Sync, "files and names", [SpanName.Request(Module, "FindTweetContents")]),
        new(Search, TweetDatabase, ArrowKind.Sync, "the index, and what of it I may see", [SpanName.Read(TwitterDb.SchemaName), SpanName.Write(TwitterDb.SchemaName)]),
        new(
            Queue,
            Search,
            ArrowKind.Event,
            "TweetPosted, TweetDeleted: index it, or do not any more",
            [Process("twitter.tweet-posted.v1", nameof(IndexTweet)), Process("twitter.tweet-deleted.v1", nameof(UnindexTweet))]),
        new(Gateway, Trends, ArrowKind.Sync, "list trends", [SpanName.Request<ListTrends>()]),
        new(Trends, TrendCache, ArrowKind.Sync, "tags of the day", [SpanName.Cache(TrendingTags.CacheName)]),
        new(TrendCache, TweetDatabase, ArrowKind.Sync, "tags, when half a minute is over", [SpanName.Read(TwitterDb.SchemaName)]),
        new(Eraser, TweetDatabase, ArrowKind.Sync, "what is left of who left", [SpanName.Write(TwitterDb.SchemaName)]),
    ];

    private static IReadOnlyList<Box> EventBoxes =>
    [
        new(ImpressionCounter, "Impression counter", BoxKind.Service, "Counts in memory who sees what, so that no reader waits, and hands it on together (TW-15).")
        {
            Begins = [SpanName.Request(Module, "TellImpressions")],
        },
        new(Notices, "Notices", BoxKind.Service, "Decides who is told of what: not across a block, not of who is muted, not of what one may not see (TW-14)."),
        new(CrowdTeller, "Crowd teller", BoxKind.Service, "Tells how many came when the hour of a crowd is over.")
        {
            Begins = [SpanName.Request(Module, nameof(TellCrowds))],
        },
        new(Notifications, "Notifications", BoxKind.Service, "Everybody's inbox and devices, shared by all the cases (TW-14).")
        {
            Begins = [new("SystemDesign.Realtime", "notifications push")],
        },
        new(NotificationDatabase, "Notification database", BoxKind.Database, "Inboxes."),
        new(Queue, "Queue", BoxKind.Queue, "The outbox: an event is committed with what it tells of, and handed on until it is handled."),
    ];

    private static IReadOnlyList<Arrow> EventArrows =>
    [
        new(Tweets, ImpressionCounter, ArrowKind.Sync, "what was shown", [SpanName.Request(Module, "CountImpressions")]),
        new(ImpressionCounter, TweetDatabase, ArrowKind.Sync, "counts, and the event as a row", [SpanName.Write(TwitterDb.SchemaName)]),
        new(CrowdTeller, TweetDatabase, ArrowKind.Sync, "crowds whose hour is over", [SpanName.Write(TwitterDb.SchemaName)]),
        new(
            TweetDatabase,
            Queue,
            ArrowKind.Event,
            "what was written, with the rows: TweetPosted, TweetDeleted, TweetLiked, TweetReposted, PersonFollowed, FollowRequested, FollowAccepted, TweetsSeen, NotificationRequested of a crowd",
            [
                SpanName.Publish("twitter.tweet-posted.v1"), SpanName.Publish("twitter.tweet-deleted.v1"), SpanName.Publish("twitter.tweet-liked.v1"),
                SpanName.Publish("twitter.tweet-reposted.v1"), SpanName.Publish("twitter.person-followed.v1"), SpanName.Publish("twitter.follow-requested.v1"),
                SpanName.Publish("twitter.follow-accepted.v1"), SpanName.Publish("twitter.tweets-seen.v1"), SpanName.Publish(Requested),
            ]),
        new(
            Queue,
            Notices,
            ArrowKind.Event,
            "who did what",
            [
                Process("twitter.tweet-posted.v1", nameof(TellOfTweet)), Process("twitter.tweet-liked.v1", nameof(TellOfLike)),
                Process("twitter.tweet-reposted.v1", nameof(TellOfRepost)), Process("twitter.person-followed.v1", nameof(TellOfFollow)),
                Process("twitter.follow-requested.v1", nameof(TellOfFollowRequest)), Process("twitter.follow-accepted.v1", nameof(TellOfAcceptance)),
            ]),
        new(Notices, TweetDatabase, ArrowKind.Sync, "who may hear of it", [SpanName.Read(TwitterDb.SchemaName)]),
        new(Notices, Queue, ArrowKind.Event, "NotificationRequested", [SpanName.Publish(Requested)]),
        new(Queue, Notifications, ArrowKind.Event, "NotificationRequested", [SpanName.Process(Requested, "Notifications.WriteToInbox")]),
        new(Notifications, NotificationDatabase, ArrowKind.Sync, "inbox", [SpanName.Read(NotificationsSchema)]),
        new(Users, Queue, ArrowKind.Event, "UserRegistered, UserRenamed, UserDeleted", [SpanName.Publish("users.user-registered.v1"), SpanName.Publish("users.user-renamed.v1"), SpanName.Publish("users.user-deleted.v1")]),
        new(UserDatabase, Queue, ArrowKind.Event, "SessionsEnded, which ended in one statement", [SpanName.Publish(SessionsEnded)]),
        new(Queue, EndedSessions, ArrowKind.Event, "SessionsEnded: refuse their tokens", [SpanName.Process(SessionsEnded, "Platform.RecordEndedSessions")]),
        new(
            Queue,
            Graph,
            ArrowKind.Event,
            "who comes, is called otherwise, and goes",
            [
                Process("users.user-registered.v1", nameof(RememberPerson)), Process("users.user-renamed.v1", nameof(RenamePerson)),
                Process("users.user-deleted.v1", nameof(ForgetPerson)),
            ]),
    ];

    private static SpanName Process(string name, string handler) => SpanName.Process(name, $"Twitter.{handler}");
}
