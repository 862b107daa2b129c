using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Twitter.Data;

/// <summary>The parts that lines lie in: see <see cref="Rows.FeedLine"/>.</summary>
internal static class FeedSegments
{
    /// <summary>Some twenty bytes a line on a page of 4 KiB: with a hundred thousand feeds ten lines of each, and a dozen feeds to a page.</summary>
    public const long Full = 1_000_000;

    private const string Newest = "SELECT number AS \"Value\" FROM {feed_segments} ORDER BY number DESC LIMIT 1";

    private const string Count = "UPDATE {feed_segments} SET lines = lines + {1} WHERE number = {0}";

    private const string Next = "INSERT INTO {feed_segments} (number, lines) SELECT number + 1, 0 FROM {feed_segments} WHERE number = {0} AND lines >= {1} ON CONFLICT DO NOTHING";

    public static async Task<int> NewestAsync(TwitterDb db, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<int>(db.Sql(Newest)).ToListAsync(cancellationToken)).Single();

    /// <summary>Counts what was written, and begins the next segment when this one is full.</summary>
    public static async Task CountAsync(TwitterDb db, int number, int lines, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(db.Sql(Count), [number, lines], cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.Sql(Next), [number, Full], cancellationToken);
    }
}
