using SystemDesign.Platform.Design;
using SystemDesign.Twitter.Domain.Feeds;

namespace SystemDesign.Twitter;

/// <summary>The notes, item by item, and where each is here.</summary>
internal static class TwitterNotes
{
    public static IReadOnlyList<NotesItem> All =>
    [
        new("TW-1", "Scale: 20 million daily active users.", "An input of the numbers tweets and storage; 20 million unless one says otherwise."),
        new("TW-2", "On average 5 tweets a day and user.", "An input of the same numbers."),
        new("TW-3", "100 million tweets a day, which are 1000 a second.", "The number tweets: 100 million, and exactly 1,157.4 a second."),
        new("TW-4", "100 million x 100 bytes = 10 GB a day x 365 x 10 years = 37 TB.", "The number storage: exactly 36.5 TB, beside what this module's own tables take for a tweet."),
        new("TW-5", "POST /tweet.", "POST /api/twitter/tweet, with an Idempotency-Key."),
        new("TW-6", "GET /feed.", "GET /api/twitter/feed, the newest first, by keyset: whatever arrives while somebody pages, nothing is skipped or repeated. With Link, ETag and 304."),
        new(
            "TW-7",
            "GraphQL: do not bring too much data, instead of a GET for each endpoint.",
            "GET and POST /api/twitter/graphql: tweets, people, lists, the feed, and every change of them. What a page asks for is asked for together, so it costs as many statements however long it is. "
                + "Depth and cost are bounded before anything is read, and a document can be named by its hash.",
            "Search, tags, trends, recommendations, stats, blocks and mutes are listed by REST alone."),
        new(
            "TW-8",
            "Data is brought by fan-out, in two ways, push and pull.",
            "Both. An entry's way is decided in the transaction that makes it. A worker pushes, in chunks of 2,000 lines, each committed with how far it came: one that is killed goes on where it was. "
                + "Readers pull what is on its way, and what was not pushed. What was is known by one id for each of the policy, the feed, the person and the edge, and so no line is written when any of these changes."),
        new(
            "TW-9",
            "Push for users who are not so important, pull for important people.",
            $"Hybrid, unless settings or an operator say push or pull: who has {FeedOptions.DefaultThreshold:N0} followers is pulled, and below nine tenths of that pushed again. "
                + "PUT /api/twitter/operator/feeds/policy turns the knob at run time. Whichever it is, the feed is the same, which a property test holds at every moment."),
        new(
            "TW-10",
            "Users and recommendations in a graph database.",
            "Edges from both ends in tables: follows, requests, blocks, mutes. Recommended are friends of friends, two steps in them, of 40,000 edges at most; for who is new, whom most follow.",
            "The graph is in the relational database, and not in one of its own: an edge is committed with the counts and events of it."),
        new("TW-11", "A cache is possible there.", "Which number a user has in the graph comes from a cache, with every request; and whom most follow, from one of half a minute."),
        new(
            "TW-12",
            "News feed service, cache, database.",
            "The feed service keeps first pages, for 5 seconds. A page is believed as long as nobody whom it depends on did anything: its owner, whom they follow, who stands in it. "
                + "Behind it are lines in segments of a million, 800 at most of each feed, and the entries that are pulled."),
        new(
            "TW-13",
            "Tweet service with a cache.",
            "Tweets, threads, answers, likes and reposts; search, tags and trends. What a tweet has beside its row, its files and whom it names, is cached read-through, since few tweets are "
                + "read again and again, and most never; who may see it and what is counted on it is asked each time."),
        new("TW-14", "Notification service.", "Mentions, answers, quotes, likes, reposts, follows and requests are told, to whom they may be, and to the famous in sums."),
        new("TW-15", "Analytics service.", "Impressions of each tweet for its author; Analytics counts every event, impressions among them."),
    ];
}
