using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Seeding;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Seeding;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Domain.Tweets;
using SystemDesign.Users;

namespace SystemDesign.Tests.Integration.Seeding;

[Trait("Mission", "A3")]
public sealed class TwitterSeedTests
{
    private static readonly string[] Small = ["--users", "300", "--follows", "6000", "--tweets", "1500"];

    [Fact]
    public async Task The_same_numbers_make_the_same_rows_anywhere_and_another_seed_makes_others()
    {
        await using var data = MigratedData.Copy();
        await using var sameData = MigratedData.Copy();
        await using var otherData = MigratedData.Copy();
        await SeedAsync(data, Small);
        await SeedAsync(sameData, Small);
        await SeedAsync(otherData, [.. Small, "--seed", "8"]);

        var rows = await RowsAsync(data);
        Assert.True(rows.Count > 9_000);
        Assert.Equal(rows, await RowsAsync(sameData));
        Assert.Empty(rows.Where(IsOfTweet).Intersect((await RowsAsync(otherData)).Where(IsOfTweet)));
    }

    [Fact]
    public async Task What_is_counted_is_the_number_of_its_rows()
    {
        await using var data = MigratedData.Copy();
        await SeedAsync(data, Small);
        await using var app = data.Open();
        await using var db = await OpenAsync(app);
        var people = await db.People.AsNoTracking().Where(person => person.Tweets > 0 || person.Following > 0).ToListAsync();
        var tweets = await db.Tweets.AsNoTracking().ToListAsync();
        var follows = await db.Follows.AsNoTracking().ToListAsync();
        var entries = await db.Entries.AsNoTracking().ToListAsync();
        var likes = (await db.Likes.AsNoTracking().ToListAsync()).CountBy(like => like.TweetId).ToDictionary();

        Assert.Equal((300, 1_500, 6_000), (people.Count, tweets.Count, follows.Count));
        var written = tweets.CountBy(tweet => tweet.Author).ToDictionary();
        var followers = follows.CountBy(follow => follow.Followee).ToDictionary();
        var following = follows.CountBy(follow => follow.Follower).ToDictionary();
        Assert.All(people, person => Assert.Equal(
            (written.GetValueOrDefault(person.Number), followers.GetValueOrDefault(person.Number), following.GetValueOrDefault(person.Number)),
            (person.Tweets, person.Followers, person.Following)));
        var reposts = entries.Where(entry => entry.Id != entry.TweetId).CountBy(entry => entry.TweetId).ToDictionary();
        var replies = tweets.Where(tweet => !tweet.IsPrivate).CountBy(tweet => tweet.InReplyTo ?? Guid.Empty).ToDictionary();
        var quotes = tweets.Where(tweet => !tweet.IsPrivate).CountBy(tweet => tweet.QuoteOf ?? Guid.Empty).ToDictionary();
        Assert.All(tweets, tweet => Assert.Equal(
            (likes.GetValueOrDefault(tweet.Id), reposts.GetValueOrDefault(tweet.Id), replies.GetValueOrDefault(tweet.Id), quotes.GetValueOrDefault(tweet.Id)),
            (tweet.Likes, tweet.Reposts, tweet.Replies, tweet.Quotes)));
        Assert.True(likes.Count > 300 && reposts.Count > 80 && quotes.Count > 15);
        Assert.InRange(tweets.Count(tweet => tweet.InReplyTo is not null), 150, 300);
    }

    [Fact]
    public async Task Every_row_has_what_it_refers_to_and_says_of_the_text_what_the_text_says()
    {
        await using var data = MigratedData.Copy();
        await SeedAsync(data, Small);
        await using var app = data.Open();
        await using var db = await OpenAsync(app);
        var tweets = await db.Tweets.AsNoTracking().ToDictionaryAsync(tweet => tweet.Id);
        var people = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Number);
        var mentions = (await db.Mentions.AsNoTracking().ToListAsync()).ToLookup(mention => mention.TweetId, mention => people[mention.Person].UserName);
        var tags = (await db.TagUses.AsNoTracking().ToListAsync()).ToLookup(use => use.TweetId, use => use.Tag);

        Assert.All(tweets.Values, tweet =>
        {
            Assert.Equal(TweetText.TagsIn(tweet.Text).Order(StringComparer.Ordinal), tags[tweet.Id].Order(StringComparer.Ordinal));
            Assert.Equal(TweetText.MentionsIn(tweet.Text), mentions[tweet.Id]);
            Assert.Equal((people[tweet.Author].IsPrivate, TweetText.Normalize(tweet.Text)), (tweet.IsPrivate, tweet.Text));
            Assert.InRange(TweetText.GraphemesOf(tweet.Text), 1, TweetText.MaximumGraphemes);
            Assert.InRange(tweet.CreatedAt, SeededPeriod.Start, SeededPeriod.End);
            if (tweet.InReplyTo is { } answered)
            {
                Assert.Equal((tweets[answered].Author, tweets[answered].Thread, false), (tweet.RepliedTo, tweet.Thread, tweets[answered].IsPrivate));
                Assert.True(tweets[answered].CreatedAt < tweet.CreatedAt);
            }
            else
            {
                Assert.Equal(tweet.Id, tweet.Thread);
            }

            Assert.Equal(tweet.QuoteOf is { } quoted ? tweets[quoted].Author : null, tweet.Quoted);
        });
        Assert.All(await db.Entries.AsNoTracking().ToListAsync(), entry => Assert.Equal(entry.Id == entry.TweetId, tweets[entry.TweetId].Author == entry.Actor));
        Assert.Equal(tweets.Count, await db.SearchDocuments.CountAsync());
        Assert.All(await db.Follows.AsNoTracking().ToListAsync(), follow => Assert.Equal((true, Guid.AllBitsSet), (follow.Follower != follow.Followee, follow.PushedSince)));
        Assert.False(await db.Feeds.AnyAsync(feed => people.Keys.Contains(feed.Owner) && feed.Lines > 0));
    }

    [Fact]
    public async Task TW_9_Two_thirds_at_least_follow_the_first_so_that_a_push_to_very_many_can_be_seen_and_they_are_pulled()
    {
        await using var data = MigratedData.Copy();
        await SeedAsync(data, ["--users", "2000", "--follows", "40000", "--tweets", "0", "--Twitter:Feeds:Threshold=1000"]);
        await using var app = data.Open();
        await using var db = await OpenAsync(app);

        var people = await db.People.AsNoTracking().Where(person => person.Following > 0).OrderByDescending(person => person.Followers).ToListAsync();

        Assert.Equal("seed_user_1", people[0].UserName);
        Assert.InRange(people[0].Followers, 1_300, 2_000);
        Assert.InRange(people[1].Followers, 600, 1_300);
        Assert.InRange(people[1_000].Followers, 1, 40);
        Assert.Equal((2_000, 40_000), (people.Count, people.Sum(person => person.Following)));
        Assert.All(people, person => Assert.Equal(person.Followers >= 1_000 ? Guid.AllBitsSet : Guid.Empty, person.PushedSince));
    }

    [Fact]
    public async Task To_seed_again_changes_nothing_and_to_seed_more_adds_the_rest()
    {
        await using var data = MigratedData.Copy();
        await using var wholeData = MigratedData.Copy();
        await SeedAsync(data, Small);
        var before = await RowsAsync(data);
        await SeedAsync(data, Small);
        var after = await RowsAsync(data);
        string[] more = [.. Small[..^1], "2000"];

        await SeedAsync(data, more);
        await SeedAsync(wholeData, more);

        Assert.Equal(before, after);
        Assert.Equal(await RowsAsync(wholeData), await RowsAsync(data));
    }

    [Fact]
    public async Task What_users_took_away_stays_away()
    {
        await using var data = MigratedData.Copy();
        await SeedAsync(data, Small);
        await using (var app = data.Open())
        {
            await using var db = await OpenAsync(app);
            var first = await db.People.Where(person => person.UserName == "seed_user_1").Select(person => person.Number).SingleAsync();
            db.OnSave(cancellationToken => db.Follows.Where(follow => follow.Follower == first).ExecuteDeleteAsync(cancellationToken));
            db.OnSave(cancellationToken => db.Tweets.Where(tweet => tweet.Author == first).ExecuteDeleteAsync(cancellationToken));
            await app.Services.GetRequiredService<IWriter<TwitterDb>>().SaveAsync(db, CancellationToken.None);
        }

        await SeedAsync(data, Small);

        await using var again = data.Open();
        await using var after = await OpenAsync(again);
        var robbed = await after.People.AsNoTracking().SingleAsync(person => person.UserName == "seed_user_1");
        Assert.Equal((0, 0), (robbed.Tweets, robbed.Following));
    }

    [Fact]
    public async Task A_run_that_is_stopped_anywhere_is_completed_by_the_next()
    {
        await using var wholeData = MigratedData.Copy();
        await SeedAsync(wholeData, [.. Small, "--feeds", "10"]);
        var whole = await RowsAsync(wholeData);
        for (var steps = 1; steps <= 9; steps += 2)
        {
            await using var data = MigratedData.Copy();
            await using (var app = data.Open())
            {
                using var stop = new CancellationTokenSource();
                await using var scope = app.Services.CreateAsyncScope();
                var seeder = scope.ServiceProvider.GetServices<ISeeder>().Single(seeder => seeder.Module == "twitter");
                var arguments = SeedArguments.Of(seeder, [new("users", "300"), new("follows", "6000"), new("tweets", "1500"), new("feeds", "10")]);
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => seeder.SeedAsync(arguments, new StopsAfter(steps, stop), stop.Token));
            }

            await SeedAsync(data, [.. Small, "--feeds", "10"]);

            Assert.Equal(whole, await RowsAsync(data));
        }
    }

    [Fact]
    public async Task TW_8_Feeds_that_are_asked_for_have_the_newest_lines_of_those_who_are_pushed()
    {
        await using var data = MigratedData.Copy();
        await SeedAsync(data, ["--users", "300", "--follows", "3000", "--tweets", "3000", "--feeds", "40", "--Twitter:Feeds:Threshold=100"]);
        await using var app = data.Open();
        await using var db = await OpenAsync(app);
        var seeded = await db.People.AsNoTracking().Where(person => person.Following > 0).OrderBy(person => person.Number).ToListAsync();
        var pulled = seeded.Where(person => person.PushedSince == Guid.AllBitsSet).Select(person => person.Number).ToHashSet();
        var follows = (await db.Follows.AsNoTracking().ToListAsync()).ToLookup(follow => follow.Follower);
        var entries = (await db.Entries.AsNoTracking().ToListAsync()).ToLookup(entry => entry.Actor, entry => entry.Id);
        var lines = (await db.FeedLines.AsNoTracking().ToListAsync()).ToLookup(line => line.Owner, line => line.EntryId);
        var feeds = await db.Feeds.AsNoTracking().Where(feed => feed.Lines > 0).ToDictionaryAsync(feed => feed.Owner);

        Assert.NotEmpty(pulled);
        Assert.InRange(feeds.Count, 35, 40);
        Assert.Contains(feeds.Values, feed => feed.Floor == Guid.Empty);
        Assert.Contains(feeds.Values, feed => feed.Floor != Guid.Empty);
        foreach (var owner in seeded.Take(40).Select(person => person.Number).Where(feeds.ContainsKey))
        {
            var all = follows[owner].Where(follow => !pulled.Contains(follow.Followee)).SelectMany(follow => entries[follow.Followee]).OrderDescending().ToList();
            Assert.Equal(all.Take(150), lines[owner].OrderDescending());
            Assert.Equal(all.Count < 150 ? Guid.Empty : all[149], feeds[owner].Floor);
            Assert.Equal(int.Min(all.Count, 150), feeds[owner].Lines);
            Assert.All(follows[owner], follow => Assert.Equal(Guid.Empty, follow.PushedSince));
        }

        Assert.Equal(lines.Sum(line => line.Count()), (await db.FeedSegments.AsNoTracking().SingleAsync()).Lines);
        Assert.All(seeded.Skip(40), person => Assert.All(follows[person.Number], follow => Assert.Equal(Guid.AllBitsSet, follow.PushedSince)));
    }

    [Fact]
    public async Task Seeded_tweets_are_found_and_their_authors_recommended()
    {
        await using var data = MigratedData.Copy();
        await SeedAsync(data, Small);
        await using var app = data.Open();
        using var me = await Twitter.Explorer.JoinAsync(app);

        var found = await me.PageAsync<Twitter.Explorer.PostedTweet>("search?q=from:seed_user_1%20the&limit=100");
        var recommended = await me.RecommendedAsync();

        Assert.NotEmpty(found.Items);
        Assert.All(found.Items, tweet => Assert.Contains("the", tweet.Text, StringComparison.Ordinal));
        Assert.Equal("seed_user_1", recommended[0].Person.UserName);
    }

    private static async Task SeedAsync(HostData data, string[] arguments) =>
        Assert.Equal(0, await SeedCommand.RunAsync(["twitter", .. arguments, .. data.Arguments], [new UsersModule(), new TwitterModule()]));

    private static bool IsOfTweet(string row) => row.StartsWith("tweet ", StringComparison.Ordinal);

    private static Task<TwitterDb> OpenAsync(App app) => app.Services.GetRequiredService<IDbContextFactory<TwitterDb>>().CreateDbContextAsync();

    /// <summary>Every row of what was seeded, as text; when somebody looked at a feed aside.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(HostData data)
    {
        await using var app = data.Open();
        await using var db = await OpenAsync(app);
        var people = await db.People.AsNoTracking().Where(person => person.UserName.StartsWith("seed_user_")).ToDictionaryAsync(person => person.Number);
        string Name(int? number) => number is { } given ? people[given].UserName : string.Empty;
        IEnumerable<string> rows =
        [
            .. people.Values.Select(person => Text(
                "person", person.UserId, person.UserName, person.NameKey, person.DisplayName, person.IsPrivate, person.Tweets, person.Followers, person.Following,
                person.PushedSince, person.JoinedAt)),
            .. (await db.Follows.AsNoTracking().ToListAsync()).Select(follow => Text("follow", Name(follow.Follower), Name(follow.Followee), follow.FollowedAt, follow.PushedSince)),
            .. (await db.Tweets.AsNoTracking().ToListAsync()).Select(tweet => Text(
                "tweet", tweet.Id, Name(tweet.Author), tweet.Text, tweet.CreatedAt, tweet.InReplyTo, Name(tweet.RepliedTo), tweet.Thread, tweet.QuoteOf, Name(tweet.Quoted),
                tweet.IsPrivate, tweet.Likes, tweet.Reposts, tweet.Replies, tweet.Quotes)),
            .. (await db.Entries.AsNoTracking().ToListAsync()).Select(entry => Text("entry", entry.Id, Name(entry.Actor), entry.TweetId)),
            .. (await db.Likes.AsNoTracking().ToListAsync()).Select(like => Text("like", like.TweetId, Name(like.Person), like.LikedAt)),
            .. (await db.Mentions.AsNoTracking().ToListAsync()).Select(mention => Text("mention", mention.TweetId, Name(mention.Person))),
            .. (await db.TagUses.AsNoTracking().ToListAsync()).Select(use => Text("tag", use.TweetId, use.Tag)),
            .. (await db.SearchDocuments.AsNoTracking().ToListAsync()).Select(document => Text("document", document.Place, document.TweetId)),
            .. (await db.Feeds.AsNoTracking().Where(feed => feed.Lines > 0).ToListAsync()).Select(feed => Text("feed", Name(feed.Owner), feed.Floor, feed.Lines)),
            .. (await db.FeedLines.AsNoTracking().ToListAsync()).Select(line => Text("line", line.Segment, Name(line.Owner), line.EntryId)),
        ];
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private static string Text(params ReadOnlySpan<object?> values) =>
        string.Join(' ', values.ToArray().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));

    private sealed class StopsAfter(int steps, CancellationTokenSource stop) : ISeedProgress, ISeedStep
    {
        private int taken;

        public ISeedStep Begin(string kind, long count) => this;

        public void Advance(long count)
        {
            if (++taken >= steps)
            {
                stop.Cancel();
            }
        }
    }
}
