using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data;

/// <summary>What stands in pushed feeds, within a transaction.</summary>
internal static class FeedLines
{
    /// <summary>The most lines of a feed; below them it goes on by pull.</summary>
    public const int Most = 800;

    /// <summary>What is left of a feed that had too many: not one less with each that comes.</summary>
    private const int Kept = 720;

    private const string Hold = "SELECT * FROM {feeds} WHERE owner = {0} {for_update}";

    /// <summary>A feed is bounded, so its lines are looked through, and not all that somebody ever wrote.</summary>
    private const string Remove =
        """
        DELETE FROM {feed_lines} WHERE owner = {0} AND segment IN (SELECT number FROM {feed_segments})
        AND EXISTS (SELECT 1 FROM {entries} WHERE {entries}.id = {feed_lines}.entry_id AND {entries}.actor = {1})
        """;

    private const string FindFloor =
        """
        SELECT entry_id AS "Value" FROM {feed_lines} WHERE owner = {0} AND segment IN (SELECT number FROM {feed_segments})
        ORDER BY entry_id DESC LIMIT 1 OFFSET {1}
        """;

    private const string RemoveUpTo = "DELETE FROM {feed_lines} WHERE owner = {0} AND segment IN (SELECT number FROM {feed_segments}) AND entry_id <= {1}";

    private const string RaiseFloor =
        """
        UPDATE {feeds} SET floor = {greatest}(floor, {1}), lines = (
            SELECT count(*) FROM {feed_lines} WHERE owner = {0} AND segment IN (SELECT number FROM {feed_segments}))
        WHERE owner = {0}
        """;

    /// <summary>The feed, if there is one, for this transaction alone. Before the edge along which it is filled, so that who fills it and who ends the edge do not wait for each other.</summary>
    public static async Task<Feed?> HoldAsync(TwitterDb db, int owner, CancellationToken cancellationToken) =>
        (await db.Feeds.FromSqlRaw(db.Sql(Hold), owner).AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();

    /// <summary>Takes what somebody brought out of one feed. Nobody would see it any more: it only makes room.</summary>
    public static async Task RemoveAsync(TwitterDb db, int owner, int actor, CancellationToken cancellationToken)
    {
        if (await db.Database.ExecuteSqlRawAsync(db.Sql(Remove), [owner, actor], cancellationToken) is > 0 and var removed)
        {
            await db.Feeds.Where(feed => feed.Owner == owner)
                .ExecuteUpdateAsync(row => row.SetProperty(feed => feed.Lines, feed => feed.Lines - removed), cancellationToken);
        }
    }

    /// <summary>Takes the oldest lines out of those of the feeds that have too many, but out of so many feeds at most.</summary>
    public static async Task TrimAsync(TwitterDb db, IQueryable<int> owners, int most, CancellationToken cancellationToken)
    {
        var full = await db.Feeds.Where(feed => owners.Contains(feed.Owner) && feed.Lines > Most)
            .OrderByDescending(feed => feed.Lines).Select(feed => feed.Owner).Take(most).ToListAsync(cancellationToken);
        foreach (var owner in full)
        {
            var floor = (await db.Database.SqlQueryRaw<Guid>(db.Sql(FindFloor), owner, Kept).ToListAsync(cancellationToken)).FirstOrDefault();
            await db.Database.ExecuteSqlRawAsync(db.Sql(RemoveUpTo), [owner, floor], cancellationToken);
            await db.Database.ExecuteSqlRawAsync(db.Sql(RaiseFloor), [owner, floor], cancellationToken);
        }
    }
}
