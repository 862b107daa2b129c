using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Seeding;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Seeding;

namespace SystemDesign.Twitter.Data.Seeding;

/// <summary>
/// People, whom they follow, what they wrote and what others did with it. Nobody is told of it: events speak of what happens, and this happened a while
/// ago. Whoever has no feed reads by pull until they come back, and so nobody has one, but for as many as are asked for.
/// </summary>
internal sealed class TwitterSeeder(IDbContextFactory<TwitterDb> databases, IWriter<TwitterDb> writer, TimeProvider clock) : ISeeder
{
    /// <summary>Many, since each touches most pages of the indexes.</summary>
    private const int Portion = 10_000;

    private const int PortionOfTweets = 25_000;

    private const int PortionOfFeeds = 200;

    /// <summary>In KiB: what a portion touches is written once, and not each time that it makes room for something else.</summary>
    private const string Cache = "PRAGMA cache_size = -262144";

    private static readonly SeedOption Users = new("users", 1_000, 2, SeededUsers.Maximum, "how many people");

    private static readonly SeedOption Follows = new("follows", 20_000, 0, 100_000_000, "how often they follow one another, by power laws: two thirds at least follow the first");

    private static readonly SeedOption Tweets = new("tweets", 10_000, 0, 100_000_000, "how many tweets they wrote, by a power law");

    private static readonly SeedOption Feeds = new("feeds", 0, 0, SeededUsers.Maximum, "how many of them have a feed that is filled, the first ones");

    private static readonly SeedOption Seed = new("seed", 1, 0, int.MaxValue, "which follows and tweets: another number makes others");

    public string Module => "twitter";

    public string Summary => "People, and what they followed, wrote, liked and reposted in the year 2025.";

    public IReadOnlyList<SeedOption> Options { get; } = [Users, Follows, Tweets, Feeds, Seed];

    public async Task<SeedReport> SeedAsync(SeedArguments arguments, ISeedProgress progress, CancellationToken cancellationToken)
    {
        var count = (int)arguments.ValueOf(Users);
        var follows = arguments.ValueOf(Follows);
        var tweets = arguments.ValueOf(Tweets);
        var seed = arguments.ValueOf(Seed);
        var made = new Counts();
        var before = await CountAsync(count, cancellationToken);
        await SeedPeopleAsync(count, progress, cancellationToken);
        var people = await ReadPeopleAsync(count, cancellationToken);
        made.People = await CountAsync(count, cancellationToken) - before;
        await SeedFollowsAsync(people, seed, follows, made, progress, cancellationToken);
        await SeedTweetsAsync(people, seed, tweets, made, progress, cancellationToken);
        await RecountAsync(people.Count, tweets, progress, cancellationToken);
        await SeedFeedsAsync(people, (int)long.Min(arguments.ValueOf(Feeds), count), made, progress, cancellationToken);
        return new(
            [
                new("people", made.People, count - made.People), new("follows", made.Follows), new("tweets", made.Tweets), new("reposts", made.Reposts),
                new("likes", made.Likes), new("mentions", made.Mentions), new("tags", made.Tags), new("lines of feeds", made.Lines),
            ],
            $"See it: seed users --users {int.Min(count, 100)}, then sign in as {SeededUsers.UserNameOf(1)}, whom most follow, and read /api/twitter/feed.");
    }

    private Task SeedPeopleAsync(int count, ISeedProgress progress, CancellationToken cancellationToken) => InPortionsAsync(
        "people", progress, "people", count, Portion, (db, first, size) => db.AddMany([.. Enumerable.Range((int)first + 1, size).Select(SeededPeople.Make)]), cancellationToken);

    private Task SeedFollowsAsync(SeededPeople people, long seed, long follows, Counts made, ISeedProgress progress, CancellationToken cancellationToken)
    {
        var graph = new SeededGraph(seed, people, follows);
        return InPortionsAsync(
            string.Create(CultureInfo.InvariantCulture, $"follows:{seed}:{people.Count}:{follows}"),
            progress,
            "follows",
            people.Count,
            Portion,
            (db, first, size) =>
            {
                var rows = Enumerable.Range((int)first + 1, size).Where(people.Has).SelectMany(graph.FollowsOf).ToList();
                db.AddMany(rows);
                made.Follows += rows.Count;
            },
            cancellationToken);
    }

    private Task SeedTweetsAsync(SeededPeople people, long seed, long tweets, Counts made, ISeedProgress progress, CancellationToken cancellationToken)
    {
        var seeded = new SeededTweets(seed, people);
        return InPortionsAsync(
            string.Create(CultureInfo.InvariantCulture, $"tweets:{seed}:{people.Count}"),
            progress,
            "tweets",
            tweets,
            PortionOfTweets,
            (db, first, size) => Add(db, [.. Enumerable.Range(0, size).Select(offset => seeded.Make(first + offset)).OfType<SeededTweet>().OrderBy(tweet => tweet.Tweet.Id)], made),
            cancellationToken);
    }

    /// <summary>In the order of the ids, so that each page is written once.</summary>
    private static void Add(TwitterDb db, IReadOnlyList<SeededTweet> portion, Counts made)
    {
        var tweets = portion.Select(tweet => tweet.Tweet).ToList();
        var entries = portion.SelectMany(tweet => tweet.Entries).OrderBy(entry => entry.Id).ToList();
        var mentions = portion.SelectMany(tweet => tweet.Mentions).ToList();
        var tags = portion.SelectMany(tweet => tweet.Tags).ToList();
        var likes = portion.SelectMany(tweet => tweet.Likes).ToList();
        db.AddMany(tweets);
        db.AddMany(entries);
        db.AddMany(mentions);
        db.AddMany(tags);
        db.AddMany(likes);
        db.OnSave(cancellationToken => SearchIndex.PutAsync(db, tweets, cancellationToken));
        made.Add(tweets.Count, entries.Count - tweets.Count, mentions.Count, tags.Count, likes.Count);
    }

    private async Task RecountAsync(int people, long tweets, ISeedProgress progress, CancellationToken cancellationToken)
    {
        var step = progress.Begin("counts", people + tweets);
        for (int? last = 0; last is { } after;)
        {
            await WriteAsync(async (db, transaction) => last = await Recounts.PeopleAsync(db, after, Portion, transaction), cancellationToken);
            step.Advance(last is null ? 0 : Portion);
        }

        for ((Guid Last, int Count)? portion = (EntryIds.First, 0); portion is { } before;)
        {
            await WriteAsync(async (db, transaction) => portion = await Recounts.TweetsAsync(db, before.Last, Portion, transaction), cancellationToken);
            step.Advance(portion?.Count ?? 0);
        }
    }

    /// <summary>Of the first ones; who has a feed keeps it.</summary>
    private async Task SeedFeedsAsync(SeededPeople people, int count, Counts made, ISeedProgress progress, CancellationToken cancellationToken)
    {
        var step = progress.Begin("feeds", count);
        foreach (var portion in Enumerable.Range(1, count).Where(people.Has).Select(people.NumberOf).Chunk(PortionOfFeeds))
        {
            await WriteAsync(
                async (db, transaction) =>
                {
                    var owners = portion.Except(await db.Feeds.Where(feed => portion.Contains(feed.Owner)).Select(feed => feed.Owner).ToListAsync(transaction)).ToList();
                    made.Lines += owners.Count > 0 ? await SeededFeeds.FillAsync(db, owners, clock.Now(), transaction) : 0;
                },
                cancellationToken);
            step.Advance(portion.Length);
        }
    }

    /// <summary>From where an earlier run stopped.</summary>
    private async Task InPortionsAsync(
        string name, ISeedProgress progress, string kind, long count, int portion, Action<TwitterDb, long, int> add, CancellationToken cancellationToken)
    {
        var step = progress.Begin(kind, count);
        var first = await ReadAsync(db => SeededSteps.PositionOfAsync(db, name, cancellationToken), cancellationToken);
        step.Advance(long.Min(first, count));
        while (first < count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var size = (int)long.Min(portion, count - first);
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            GiveCache(db);
            add(db, first, size);
            first += size;
            SeededSteps.KeepOnSave(db, name, first);
            await writer.SaveAsync(db, cancellationToken);
            step.Advance(size);
        }
    }

    private async Task WriteAsync(Func<TwitterDb, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await writer.RunAsync(db, transaction => work(db, transaction), cancellationToken);
    }

    private async Task<T> ReadAsync<T>(Func<TwitterDb, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await read(db);
    }

    private Task<int> CountAsync(int count, CancellationToken cancellationToken) =>
        ReadAsync(async db => (await ReadNumbersAsync(db, cancellationToken)).Keys.Intersect(Enumerable.Range(1, count).Select(SeededUsers.IdOf)).Count(), cancellationToken);

    private Task<SeededPeople> ReadPeopleAsync(int count, CancellationToken cancellationToken) =>
        ReadAsync(async db => new SeededPeople(count, await ReadNumbersAsync(db, cancellationToken)), cancellationToken);

    private static Task<Dictionary<Guid, int>> ReadNumbersAsync(TwitterDb db, CancellationToken cancellationToken)
    {
        var prefix = SeededUsers.UserNameOf(1)[..^1];
        return db.People.Where(person => person.NameKey!.StartsWith(prefix)).Select(person => new { person.UserId, person.Number })
            .ToDictionaryAsync(person => person.UserId, person => person.Number, cancellationToken);
    }

    private static void GiveCache(TwitterDb db)
    {
        if (db.Database.IsSqlite())
        {
            db.OnSaveFirst(cancellationToken => db.Database.ExecuteSqlRawAsync(Cache, cancellationToken));
        }
    }

    private sealed class Counts
    {
        public long People { get; set; }

        public long Follows { get; set; }

        public long Lines { get; set; }

        public long Tweets { get; private set; }

        public long Reposts { get; private set; }

        public long Mentions { get; private set; }

        public long Tags { get; private set; }

        public long Likes { get; private set; }

        public void Add(int tweets, int reposts, int mentions, int tags, int likes)
        {
            Tweets += tweets;
            Reposts += reposts;
            Mentions += mentions;
            Tags += tags;
            Likes += likes;
        }
    }
}
