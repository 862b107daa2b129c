using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter;
using SystemDesign.Twitter.Data;
using Xunit.Abstractions;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>What a tweet takes on disk, as the design says.</summary>
[Trait("Mission", "A3")]
[Trait("Notes", "TW-4")]
public sealed class TweetSizeTests(ITestOutputHelper output)
{
    private const int Tweets = 20_000;

    private const int Authors = 1_000;

    [Fact]
    public async Task TW_4_A_tweet_takes_as_many_bytes_as_the_design_says()
    {
        await using var app = new QuietApp();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<TwitterDb>>().CreateDbContextAsync();
        var before = await SizeAsync(db);

        await WriteAsync(app, db);

        var each = (double)(await SizeAsync(db) - before) / Tweets;
        output.WriteLine(each.ToString("F1", CultureInfo.InvariantCulture));

        // The default is SQLite's figure; PostgreSQL has 24 bytes before each row, and larger pages.
        Assert.InRange(each, TwitterNumbers.MeasuredBytesPerTweet * 0.9, TwitterNumbers.MeasuredBytesPerTweet * (Profile.IsDistributed ? 2.5 : 1.1));
    }

    private static async Task WriteAsync(QuietApp app, TwitterDb db)
    {
        var writer = app.Services.GetRequiredService<IWriter<TwitterDb>>();
        var now = app.Clock.GetUtcNow();
        Guid? last = null;
        foreach (var portion in Enumerable.Range(0, Tweets).Chunk(2_000))
        {
            foreach (var number in portion)
            {
                var id = Guid.CreateVersion7(now.AddMilliseconds(number));
                var answered = number % 5 == 0 ? last : null;
                db.Tweets.Add(new()
                {
                    Id = id,
                    Author = 1 + (number * 7919 % Authors),
                    Text = $"{number:D10} {new string('x', 89)}",
                    CreatedAt = now.AddMilliseconds(number),
                    InReplyTo = answered,
                    RepliedTo = answered is null ? null : 1,
                    Thread = answered ?? id,
                    IsPrivate = false,
                });
                db.Entries.Add(new() { Id = id, Actor = 1 + (number * 7919 % Authors), TweetId = id });
                last = id;
            }

            await writer.SaveAsync(db, CancellationToken.None);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Of both tables and all of their indexes.</summary>
    private static async Task<long> SizeAsync(TwitterDb db) => db.Database.IsSqlite()
        ? await db.Database.SqlQueryRaw<long>("SELECT (SELECT page_count FROM pragma_page_count()) * (SELECT page_size FROM pragma_page_size()) AS \"Value\"").SingleAsync()
        : await db.Database.SqlQueryRaw<long>("SELECT pg_total_relation_size('twitter.tweets') + pg_total_relation_size('twitter.entries') AS \"Value\"").SingleAsync();
}
