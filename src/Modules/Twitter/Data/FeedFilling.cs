using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Puts what somebody wrote before into the feed of who follows them now. The edge is committed by now, so whatever is written from now on is
/// pushed along it; what was written until now is either put in here, or pulled. Entries on their way that have not come to this
/// follower are left to who brings them.
/// </summary>
internal sealed class FeedFilling(TwitterDb db)
{
    /// <summary>The newest entries of somebody who is followed; what is older is pulled by who reads so far down.</summary>
    private const int Most = 100;

    private const string Newest = "SELECT id AS \"Value\" FROM {entries} WHERE actor = {0} ORDER BY id DESC LIMIT 1 OFFSET {1}";

    private const string Insert =
        """
        INSERT INTO {feed_lines} (segment, owner, entry_id) SELECT {0}, {1}, entry.id FROM {entries} AS entry
        WHERE entry.actor = {2} AND entry.id > {3}
        AND NOT EXISTS (SELECT 1 FROM {fan_outs} AS onway WHERE onway.entry_id = entry.id AND onway.position < {1})
        AND NOT EXISTS (SELECT 1 FROM {feed_lines} AS line
            WHERE line.segment IN (SELECT number FROM {feed_segments}) AND line.owner = {1} AND line.entry_id = entry.id)
        ON CONFLICT DO NOTHING
        """;

    public async Task FillAsync(Guid followerId, Guid followeeId, CancellationToken cancellationToken)
    {
        var numbers = await db.People.Where(person => person.UserId == followerId || person.UserId == followeeId)
            .ToDictionaryAsync(person => person.UserId, person => person.Number, cancellationToken);
        if (!numbers.TryGetValue(followerId, out var owner) || !numbers.TryGetValue(followeeId, out var actor))
        {
            return;
        }

        var feed = await FeedLines.HoldAsync(db, owner, cancellationToken);
        var since = await FindAsync(actor, feed is null ? 0 : Most, cancellationToken);
        if (feed is not null)
        {
            // What is below the floor is pulled whoever wrote it.
            var from = since.CompareTo(feed.Floor) < 0 ? feed.Floor : since;
            var segment = await FeedSegments.NewestAsync(db, cancellationToken);
            var inserted = await db.Database.ExecuteSqlRawAsync(db.Sql(Insert), [segment, owner, actor, from], cancellationToken);
            await db.Feeds.Where(row => row.Owner == owner).ExecuteUpdateAsync(row => row.SetProperty(held => held.Lines, held => held.Lines + inserted), cancellationToken);
        }

        // Only if it is still there, and was not filled by somebody else: it never goes up again.
        await db.Follows.Where(follow => follow.Follower == owner && follow.Followee == actor && follow.PushedSince == EntryIds.Last)
            .ExecuteUpdateAsync(row => row.SetProperty(follow => follow.PushedSince, since), cancellationToken);
        await FeedLines.TrimAsync(db, db.Feeds.Where(row => row.Owner == owner).Select(row => row.Owner), 1, cancellationToken);
    }

    /// <returns>The entry after so many newer ones; the first of all ids if there are fewer.</returns>
    private async Task<Guid> FindAsync(int actor, int newer, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<Guid>(db.Sql(Newest), actor, newer).ToListAsync(cancellationToken)).FirstOrDefault();
}
