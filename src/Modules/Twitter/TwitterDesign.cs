using SystemDesign.Platform.Design;

namespace SystemDesign.Twitter;

/// <summary>Case A3 as the notes work a case out. Tests hold every line of it that can be checked against the code.</summary>
internal static class TwitterDesign
{
    public static CaseDesign Value { get; } = new()
    {
        Interview = new(
            Publicity: "Signed in, always. What somebody writes is for everybody who is, or for their followers alone if they are private; a block hides each from the other.",
            Analytics: "Yes: how often each tweet is seen and what comes of it, for its author. Counting must never make a reader wait.",
            Scale: "20 million users a day who write 5 tweets each: 100 million a day, 1,157 a second, 36.5 TB in 10 years as the notes count. Step 3 computes with other figures.",
            Users: "Readers, who are most; authors; some whom millions follow, and who make every list long; an operator."),

        Notes = TwitterNotes.All,

        FunctionalRequirements =
        [
            new("TW-5", "A user posts a tweet, which may answer or quote another one and show files.", "A text, and ids or references.", "The tweet."),
            new("TW-13", "A user reads a tweet, its thread and what answers it.", "An id.", "What of it they may see."),
            new("TW-13", "An author deletes a tweet.", "An id.", "It is out of everything; what answers or quotes it stays."),
            new("TW-13", "A user likes and reposts tweets, and takes it back.", "An id.", "Nothing; twice is as once."),
            new("TW-10", "A user follows others, or asks to if they are private, and blocks or mutes them.", "A user name.", "Whether they follow now or have asked."),
            new("TW-10", "A private user lets others follow them, or not.", "A user name.", "Nothing."),
            new("TW-10", "A user sees who follows whom, within blocks and privacy.", "A user name, where to go on, and how many.", "A page of people."),
            new("TW-12", "A user reads what somebody wrote and reposted.", "A user name, where to go on, and how many.", "A page of it, the newest first."),
            new("TW-6", "A user reads their feed: what those whom they follow wrote and reposted, and they.", "Where to go on, and how many.", "A page of it, the newest first, each tweet once."),
            new("TW-7", "A user asks for as much as they show, in one document.", "A GraphQL document, or its hash, and variables.", "What it asks for, and a problem for each field that fails."),
            new("TW-9", "An operator says how feeds are made: push, pull or hybrid.", "A strategy and a threshold of followers.", "The policy, of all instances from then on; no feed changes by it."),
            new("TW-10", "A user is shown whom they may want to follow.", "How many.", "People, how many of those whom they follow follow them, and through whom."),
            new("TW-13", "A user searches tweets, and lists those with a tag.", "Words, phrases, tags and authors.", "A page of what they may see of it, the newest first."),
            new("TW-13", "A user sees what many write about.", "How many.", "The tags of the last 24 hours that most people wrote with."),
            new("TW-13", "A user who leaves takes along what they wrote and did.", "The event that an account was deleted.", "It is seen by nobody from then on, and erased a portion at a time."),
            new("TW-14", "A user hears who names, answers, quotes, likes, reposts and follows them, and the famous hear it in sums.", "What others do.", "Notifications."),
            new("TW-15", "An author sees how often a tweet was seen, and what came of it.", "An id.", "Impressions, likes, reposts, answers, quotes, and their rate."),
        ],

        NonFunctionalRequirements =
        [
            new("Privacy", "What one may not see is in no list, thread, quote, count or notification.", "One rule in the database, by which every way to a tweet leads; notifications ask it when they are told."),
            new("Durability", "What was answered with 2xx survives the loss of power and a killed process.", "It is answered after the commit is on disk; those that wait share one."),
            new("Exactness", "Counts are the number of rows, however many come at once, and each impression counts once.", "Rows are held while they change; batches are known by their ids."),
            new("Bounded noise", "However many like a tweet, its author hears of it at most 4 times in the first hour and once in each further one.", "Crowds: the first 3 one by one, the rest together."),
            new(
                "One rule",
                "A feed is the same, at every moment, whether it is pushed, pulled or both.",
                "What was pushed is known by one id for each of the policy, the feed, the person and the edge; all else is pulled, and each entry is judged as it is read."),
            new("Bounded writes", "Whoever is followed by 100,000 makes nobody wait for more than 2,000 lines.", "Pushing goes in chunks, each committed with how far it came."),
            new("Bounded reads", "A recommendation looks at 40,000 edges at most, a document at 10,000 fields, a feed at 800 lines.", "Limits in the statements, and of documents before anything is read."),
            new("Latency", "No reader waits for a count.", "Impressions go up in memory, and are written once a second."),
        ],

        Consistency = TwitterConsistency.All,

        Numbers = TwitterNumbers.All,

        InputValues = TwitterInputs.All,

        EdgeCases = TwitterEdgeCases.All,

        Drawing = TwitterDrawing.Value,

        Endpoints = TwitterRoutes.All,

        Security = TwitterSecurity.All,

        RateLimits =
        [
            new("Tweets", "60 a minute", "user", "429 too-many-requests, with Retry-After in seconds; RateLimit says on each answer what is left."),
            new("Likes and reposts", "300 a minute", "user", "As above."),
            new("Follows", "60 a minute", "user", "As above."),
            new("Blocks and mutes", "60 a minute", "user", "As above."),
            new("Recommendations", "60 a minute", "user", "As above."),
            new("Searches", "120 a minute", "user", "As above."),
            new("GraphQL documents", "600 a minute", "user", "As above. A document is one request, whatever is in it: what it may cost is bounded instead."),
            new("Everything else", "600 a minute", "user", "As above."),
            new("All requests", "Set by RateLimiting:Flood:PerMinute", "address", "429 too-many-requests, before anything else is looked at."),
        ],

        TradeOffs =
        [
            new(
                "Push for the many, pull for the famous (TW-9)",
                "Push for all",
                "What somebody writes whom millions follow is one row and not millions.",
                "A reader's feed is put together of two lists, and both must agree who is in which."),
            new(
                "Push for the many, pull for the famous (TW-9)",
                "Pull for all",
                "Most of a feed is read from one place, whomever one follows.",
                "A tweet is written once for each follower, and a block or a deletion must be looked up when it is read."),
            new(
                "Lines of feeds in segments, by owner in each",
                "By owner alone",
                "A tweet for 100,000 followers writes some thousand pages and not 100,000.",
                "A reader looks for their lines in each of some twenty segments, and old ones must be put together."),
            new("Lines of feeds in segments, by owner in each", "By time alone", "A reader looks at their own lines and not through everybody's.", "A dozen owners share a page, so a push writes more than one page."),
            new(
                "A feed is judged when it is read",
                "Lines are taken out when something changes",
                "A block, a mute, an unfollow and a deletion hold at once; to take lines out only makes room.",
                "Each entry costs looks into the graph."),
            new(
                "A pull asks each for their newest, and only the foremost for more",
                "All that each wrote",
                "The newest twenty can only come from those whose newest is among the newest twenty, so twenty are read and not all.",
                "Whoever follows 100,000 costs 100,000 looks in an index."),
            new(
                "A kept page goes when anybody in it did something",
                "It is kept for a time",
                "Nobody reads what is not theirs any more, or misses what they wrote themselves; and nobody must know which pages to forget.",
                "Each page remembers whom it depends on, and of who follows more than 5,000 none is kept."),
            new("A chunk at a time, by one instance", "By all at once", "The database has the work, and other writes wait for one chunk.", "It takes as long as one connection takes."),
            new(
                "GraphQL beside REST (TW-7)",
                "GraphQL alone",
                "Links, ETag, 304, Idempotency-Key and limits by route are HTTP's own; both send the same requests, so no rule is written twice.",
                "Two ways must stay alike, which tests compare."),
            new("GraphQL beside REST (TW-7)", "REST alone", "A page of tweets with authors and first answers is one request, and as many statements however long it is.", "What a document costs must be reckoned before it is run."),
            new("Friends of friends from 200 of mine and 200 of each", "From all", "However many somebody follows, it reads 40,000 edges at most.", "Of who follows more, those count who joined last."),
            new("An index that events keep", "It is written with the tweet", "Posting waits for no index, and it can be made anew.", "A tweet is found a moment after it was posted."),
            new("People are numbers in edges", "Ids of 16 bytes", "A feed's line, a follow and a like are a quarter as large in it.", "A number must be looked up for each user, which a cache answers."),
            new("Privacy is asked with each read", "Lists that are filtered when they are written", "A block, a mute and a private account hold at once and everywhere.", "Each read is a join with the graph."),
            new("Likes are told together after the first three", "Each is told", "Whoever is famous can read their inbox.", "Whoever has five likes hears of the last two an hour later."),
            new("Impressions gathered for a second, by tweet", "A row for each view", "A page of twenty tweets costs its reader nothing.", "A process that is killed loses those of its last second, and nobody knows who saw what."),
        ],
    };
}
