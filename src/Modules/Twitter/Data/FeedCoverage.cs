using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Domain.Feeds;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Who is pushed and who is pulled (TW-9). Somebody's <c>pushed_since</c> goes up to the greatest id of all when they have too many followers,
/// and down to their newest entry when they have clearly fewer again: whatever they wrote before then is pulled, and nothing is missed
/// or moved. Their row is held, so nothing of theirs is written meanwhile.
/// </summary>
internal static class FeedCoverage
{
    private const string Pull =
        """
        UPDATE {people} SET pushed_since = {1} WHERE number = {0} AND pushed_since <> {1}
        AND followers >= (SELECT threshold FROM {feed_policies} WHERE strategy = {2})
        """;

    /// <summary>Only below nine tenths of the threshold: who comes and goes at it would be moved with each of them.</summary>
    private const string Push =
        """
        UPDATE {people} SET pushed_since = coalesce((SELECT id FROM {entries} WHERE actor = {0} ORDER BY id DESC LIMIT 1), {3})
        WHERE number = {0} AND pushed_since = {1} AND 10 * followers < 9 * (SELECT threshold FROM {feed_policies} WHERE strategy = {2})
        """;

    public static async Task FollowersChangedAsync(TwitterDb db, int number, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(db.Sql(Pull), [number, EntryIds.Last, (int)FeedStrategy.Hybrid], cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.Sql(Push), [number, EntryIds.Last, (int)FeedStrategy.Hybrid, EntryIds.First], cancellationToken);
    }
}
