using SystemDesign.Platform.Design;
using SystemDesign.Twitter.Domain.Capacity;
using SystemDesign.Twitter.Domain.Feeds;

namespace SystemDesign.Twitter;

/// <summary>Step 3 of the design: the notes' calculations (TW-1 to TW-4), and what follows from them for feeds.</summary>
internal static class TwitterNumbers
{
    /// <summary>
    /// What a tweet takes here, with all indexes, which TweetSizeTests measures again: rows of tweets and entries and their indexes on SQLite, of 20,000 tweets
    /// by 1,000 authors, 100 bytes of text each, one of five an answer. It was 422.7 there, and 622.2 on PostgreSQL 15.
    /// </summary>
    internal const int MeasuredBytesPerTweet = 376;

    private static readonly NumberInput DailyUsers = new("dailyUsers", "Users who are active on a day (TW-1).", "users", 20_000_000, 1, 10_000_000_000, Whole: true);

    private static readonly NumberInput TweetsPerUser = new("tweetsPerUser", "Tweets that each of them writes, on average (TW-2).", "tweets/day", 5, 0, 10_000);

    private static readonly NumberInput BytesPerTweet = new("bytesPerTweet", "What the notes take for a tweet: its text, and little else.", "bytes", 100, 1, 1_000_000);

    private static readonly NumberInput BytesStored =
        new("measuredBytesPerTweet", "What a tweet takes here, its entry and all indexes included; the default is measured.", "bytes", MeasuredBytesPerTweet, 1, 1_000_000);

    private static readonly NumberInput Years = new("years", "How long tweets are kept.", "years of 365 days", 10, 0.1m, 100);

    private static readonly NumberInput Followers = new("followers", "How many follow each author, on average.", "followers", 200, 0, 1_000_000_000);

    private static readonly NumberInput PulledPart = new("pulledPart", "The part of all lines of feeds that would be those of people who are so followed that they are pulled.", "0 to 1", 0.5m, 0, 1);

    public static IReadOnlyList<Number> All { get; } =
    [
        new(
            "tweets",
            "TW-3",
            "How many tweets are written?",
            "Tweets per day = daily users x tweets each. Tweets per second = tweets per day / 86,400.",
            "20 million x 5 = 100 million a day, 'which are 1000 tweets/second': exactly 1,157.4 on average, and more at the busiest hour.",
            [DailyUsers, TweetsPerUser],
            given =>
            [
                new("tweetsPerDay", Tweets(given), "tweets/day", "What the users write."),
                new("tweetsPerSecond", Volume.PerSecond(Tweets(given)), "tweets/s", "On average over the day."),
            ]),
        new(
            "storage",
            "TW-4",
            "How much do the tweets take?",
            "Bytes per day = tweets per day x bytes per tweet. Bytes = bytes per day x 365 x years.",
            "100 million x 100 bytes = 10 GB a day, x 365 x 10 = '37 TB': exactly 36.5. Beside it stands what this module's tables take, which hold more than a text: ids, "
                + "counts, the entry by which a tweet comes into feeds, and the indexes that find all of it.",
            [DailyUsers, TweetsPerUser, BytesPerTweet, BytesStored, Years],
            given =>
            [
                new("bytesPerDay", Tweets(given) * given.Of(BytesPerTweet), "bytes", "What a day adds, as the notes count."),
                new("bytes", Volume.After(given.Of(Years), Tweets(given) * given.Of(BytesPerTweet)), "bytes", "What there is at the end, as the notes count."),
                new("storedBytesPerDay", Tweets(given) * given.Of(BytesStored), "bytes", "What a day adds here."),
                new("storedBytes", Volume.After(given.Of(Years), Tweets(given) * given.Of(BytesStored)), "bytes", "What there is at the end here."),
            ]),
        new(
            "fan-out",
            "TW-9",
            "What does it take to push every tweet, and how much of it does pulling the famous save?",
            "Lines per second = tweets per second x followers. Hybrid = that x (1 - the part of those who are pulled).",
            $"The notes push 'for not-so-important users' and pull 'for important people', and give no figure. Here who has {FeedOptions.DefaultThreshold:N0} followers is pulled, unless an operator says otherwise.",
            [DailyUsers, TweetsPerUser, Followers, PulledPart],
            given =>
            [
                new("pushedLinesPerSecond", Volume.PerSecond(Tweets(given)) * given.Of(Followers), "lines/s", "Were everything pushed."),
                new("hybridLinesPerSecond", Volume.PerSecond(Tweets(given)) * given.Of(Followers) * (1 - given.Of(PulledPart)), "lines/s", "With the famous pulled."),
            ]),
    ];

    private static decimal Tweets(NumberInputs given) => Volume.TweetsPerDay(given.Of(DailyUsers), given.Of(TweetsPerUser));
}
