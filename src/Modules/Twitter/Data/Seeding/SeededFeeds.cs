using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Twitter.Data.Seeding;

/// <summary>Feeds as a push would have filled them, within a transaction: of all whom somebody follows, but for those who are pulled.</summary>
internal static class SeededFeeds
{
    /// <summary>The newest, of each.</summary>
    public const int Lines = 150;

    private const string InsertLines =
        """
        INSERT INTO {feed_lines} (segment, owner, entry_id)
        SELECT {0}, newest.owner, newest.id FROM (
            SELECT follows.follower AS owner, entries.id AS id, row_number() OVER (PARTITION BY follows.follower ORDER BY entries.id DESC) AS place
            FROM {follows} AS follows
            JOIN {people} AS people ON people.number = follows.followee AND people.pushed_since < {1}
            JOIN {entries} AS entries ON entries.actor = follows.followee
            WHERE follows.follower IN ({owners})) AS newest
        WHERE newest.place <= {2}
        """;

    private const string InsertFeeds =
        """
        INSERT INTO {feeds} (owner, floor, lines, seen_at)
        SELECT owners.number,
            CASE WHEN owners.lines < {1} THEN {2} ELSE (
                SELECT entry_id FROM {feed_lines} AS line WHERE line.segment = {0} AND line.owner = owners.number ORDER BY entry_id LIMIT 1) END,
            owners.lines, {3}
        FROM (
            SELECT number, (SELECT CAST(count(*) AS integer) FROM {feed_lines} AS line WHERE line.segment = {0} AND line.owner = number) AS lines
            FROM {people} WHERE number IN ({owners})) AS owners
        """;

    private const string PushEdges = "UPDATE {follows} SET pushed_since = {0} WHERE follower IN ({owners})";

    private const string LastSegment = "SELECT * FROM {feed_segments} ORDER BY number DESC LIMIT 1 {for_update}";

    /// <param name="db">In a transaction.</param>
    /// <param name="owners">Who have no feed.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">From who seeds.</param>
    /// <returns>How many lines.</returns>
    public static async Task<int> FillAsync(TwitterDb db, IReadOnlyList<int> owners, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var segment = (await db.FeedSegments.FromSqlRaw(db.Sql(LastSegment)).AsNoTracking().ToListAsync(cancellationToken)).Single();
        var lines = await RunAsync(db, InsertLines, owners, [segment.Number, EntryIds.Last, Lines], cancellationToken);
        await RunAsync(db, InsertFeeds, owners, [segment.Number, Lines, EntryIds.First, now], cancellationToken);
        await RunAsync(db, PushEdges, owners, [EntryIds.First], cancellationToken);
        await FeedSegments.CountAsync(db, segment.Number, lines, cancellationToken);
        return lines;
    }

    /// <summary>The owners are parameters after the others.</summary>
    private static Task<int> RunAsync(TwitterDb db, string statement, IReadOnlyList<int> owners, object[] values, CancellationToken cancellationToken)
    {
        var places = Enumerable.Range(values.Length, owners.Count).Select(place => string.Create(CultureInfo.InvariantCulture, $"{{{place}}}"));
        var sql = db.Sql(statement.Replace("{owners}", string.Join(", ", places), StringComparison.Ordinal));
        return db.Database.ExecuteSqlRawAsync(sql, [.. values, .. owners], cancellationToken);
    }
}
