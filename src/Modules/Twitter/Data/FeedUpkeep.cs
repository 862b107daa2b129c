using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Twitter.Data;

/// <summary>What is done to whole feeds, each within a transaction.</summary>
internal sealed class FeedUpkeep(TwitterDb db, FeedCandidates candidates)
{
    /// <summary>Of a feed that is given back: more is pulled by who reads so far down.</summary>
    private const int Refill = 400;

    /// <summary>A read looks for its owner in each of them. The oldest are put together in the one with the number 0.</summary>
    private const int MostSegments = 24;

    private const string Open = "INSERT INTO {feeds} AS feed (owner, floor, lines, seen_at) VALUES ({0}, {1}, 0, {2}) ON CONFLICT (owner) DO UPDATE SET seen_at = {2}";

    private const string Hold = "SELECT * FROM {feeds} WHERE owner = {0} {for_update}";

    /// <summary>{0} are the entries.</summary>
    private const string Insert =
        """
        INSERT INTO {feed_lines} (segment, owner, entry_id) SELECT {1}, {2}, ids.id FROM {ids}
        WHERE NOT EXISTS (
            SELECT 1 FROM {feed_lines} AS line WHERE line.segment IN (SELECT number FROM {feed_segments}) AND line.owner = {2} AND line.entry_id = ids.id)
        ON CONFLICT DO NOTHING
        """;

    private const string Cover = "UPDATE {follows} SET pushed_since = {1} WHERE follower = {0} AND pushed_since <> {1}";

    private const string MoveLines =
        """
        INSERT INTO {feed_lines} (segment, owner, entry_id)
        SELECT 0, owner, entry_id FROM {feed_lines} WHERE segment = {0} ORDER BY owner, entry_id LIMIT {1} ON CONFLICT DO NOTHING
        """;

    private const string RemoveMoved =
        """
        DELETE FROM {feed_lines} WHERE segment = {0} AND (owner, entry_id) IN (
            SELECT owner, entry_id FROM {feed_lines} WHERE segment = {0} ORDER BY owner, entry_id LIMIT {1})
        """;

    private const string OldestSegments = "SELECT number AS \"Value\" FROM {feed_segments} WHERE number > 0 ORDER BY number";

    private const string BeginArchive = "INSERT INTO {feed_segments} (number, lines) VALUES (0, 0) ON CONFLICT DO NOTHING";

    /// <summary>All of it is pulled until it is filled; one that is there already stays as it is.</summary>
    public Task OpenAsync(int owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(db.Sql(Open), [owner, EntryIds.Last, now], cancellationToken);

    /// <summary>
    /// The newest entries of those whom the owner follows, as a reader would pull them now. What is written from now on is pushed, since the feed is
    /// there; so edges that were pulled until now are covered too, down to the last of these entries.
    /// </summary>
    public async Task FillAsync(int owner, CancellationToken cancellationToken)
    {
        var feed = (await db.Feeds.FromSqlRaw(db.Sql(Hold), owner).AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();
        if (feed is null || feed.Floor != EntryIds.Last)
        {
            return;
        }

        var newest = await candidates.ReadAsync(owner, EntryIds.Last, Refill, cancellationToken);
        var segment = await FeedSegments.NewestAsync(db, cancellationToken);
        var entries = string.Join(',', newest.Select(entry => entry.Id.ToString("N")));
        if (entries.Length > 0)
        {
            await db.Database.ExecuteSqlRawAsync(db.Sql(Insert), [entries, segment, owner], cancellationToken);
        }

        var floor = newest.Count < Refill ? EntryIds.First : newest[^1].Id;
        await db.Database.ExecuteSqlRawAsync(db.Sql(Cover), [owner, EntryIds.First], cancellationToken);
        var lines = await db.FeedLines.CountAsync(line => db.FeedSegments.Any(one => one.Number == line.Segment) && line.Owner == owner, cancellationToken);
        await db.Feeds.Where(row => row.Owner == owner).ExecuteUpdateAsync(
            row => row.SetProperty(held => held.Floor, floor).SetProperty(held => held.Lines, lines), cancellationToken);
    }

    /// <returns>How many went.</returns>
    public async Task<int> DropAsync(DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        var owners = await db.Feeds.Where(feed => feed.SeenAt < before).OrderBy(feed => feed.SeenAt).Take(most).Select(feed => feed.Owner).ToListAsync(cancellationToken);
        var segments = await db.FeedSegments.Select(segment => segment.Number).ToListAsync(cancellationToken);
        await db.Feeds.Where(feed => owners.Contains(feed.Owner)).ExecuteDeleteAsync(cancellationToken);
        await db.FeedLines.Where(line => segments.Contains(line.Segment) && owners.Contains(line.Owner)).ExecuteDeleteAsync(cancellationToken);
        return owners.Count;
    }

    /// <returns>Whether there is more to put together.</returns>
    public async Task<bool> MergeAsync(int lines, CancellationToken cancellationToken)
    {
        var segments = await db.Database.SqlQueryRaw<int>(db.Sql(OldestSegments)).ToListAsync(cancellationToken);
        if (segments.Count <= MostSegments)
        {
            return false;
        }

        var oldest = segments[0];
        await db.Database.ExecuteSqlRawAsync(db.Sql(BeginArchive), cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.Sql(MoveLines), [oldest, lines], cancellationToken);
        if (await db.Database.ExecuteSqlRawAsync(db.Sql(RemoveMoved), [oldest, lines], cancellationToken) < lines)
        {
            await db.FeedSegments.Where(segment => segment.Number == oldest).ExecuteDeleteAsync(cancellationToken);
        }

        return true;
    }
}
