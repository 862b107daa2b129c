using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Caching;
using SystemDesign.Twitter.Domain.Trends;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// The tags of a day, ranked by how many different people used them, so that nobody makes a trend alone. They are the same for everybody, and
/// kept for half a minute at most, on both levels together; whoever goes private is out of them at once.
/// </summary>
internal sealed record TrendingTags(IReadOnlyList<TrendingTag> Tags)
{
    public const string CacheName = "twitter.trends";

    /// <summary>There is one.</summary>
    public const int Key = 1;

    /// <summary>What is looked through at most: on a day with more, trends are of its last hours.</summary>
    public const int MaximumUses = 100_000;

    public static readonly CacheOptions CacheOptions = new()
    {
        Limit = 1,
        FirstLevelLifetime = TimeSpan.FromSeconds(15),
        SecondLevelLifetime = TimeSpan.FromSeconds(15),
    };

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private const string Ranked =
        """
        WITH recent AS MATERIALIZED (SELECT tweet_id, tag FROM {tag_uses} WHERE tweet_id >= {0} ORDER BY tweet_id DESC LIMIT {1})
        SELECT recent.tag AS "Tag", CAST(count(DISTINCT tweets.author) AS integer) AS "Authors", CAST(count(*) AS integer) AS "Tweets"
        FROM recent JOIN {tweets} AS tweets ON tweets.id = recent.tweet_id JOIN {people} AS people ON people.number = tweets.author
        WHERE NOT tweets.is_private AND NOT people.is_private AND people.left_at IS NULL
        GROUP BY recent.tag ORDER BY 2 DESC, 3 DESC, 1 LIMIT {2}
        """;

    public static Func<int, CancellationToken, Task<TrendingTags?>> Loader(IServiceProvider services)
    {
        var databases = services.GetRequiredService<IDbContextFactory<TwitterDb>>();
        var clock = services.GetRequiredService<TimeProvider>();
        return async (_, cancellationToken) =>
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            object[] values = [FirstOf(clock.Now() - Day), MaximumUses, ListTrends.MaximumLimit];
            return new(await db.Database.SqlQueryRaw<TrendingTag>(db.Sql(Ranked), values).ToListAsync(cancellationToken));
        };
    }

    /// <returns>What every UUIDv7 of that instant, and of those after it, is not less than.</returns>
    private static Guid FirstOf(DateTimeOffset instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, instant.ToUnixTimeMilliseconds() << 16);
        return new(bytes, bigEndian: true);
    }
}
