using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Domain.Feeds;

namespace SystemDesign.Twitter.Data.Seeding;

/// <summary>
/// Sets what is counted to the number of its rows, a portion to a transaction. Rows are held before what belongs to them is counted, as
/// everybody holds them who adds or takes: so it is right while others write, too.
/// </summary>
internal static class Recounts
{
    private const string HoldPeople = "SELECT number AS \"Value\" FROM {people} WHERE number > {0} ORDER BY number LIMIT {1} {for_update}";

    private const string HoldTweets = "SELECT id AS \"Value\" FROM {tweets} WHERE id > {0} ORDER BY id LIMIT {1} {for_update}";

    private const string CountPeople =
        """
        UPDATE {people} SET
            tweets = (SELECT count(*) FROM {tweets} AS theirs WHERE theirs.author = {people}.number),
            followers = (SELECT count(*) FROM {follows} AS theirs WHERE theirs.followee = {people}.number),
            following = (SELECT count(*) FROM {follows} AS theirs WHERE theirs.follower = {people}.number)
        WHERE number > {0} AND number <= {1}
        """;

    private const string CountTweets =
        """
        UPDATE {tweets} SET
            likes = (SELECT count(*) FROM {likes} AS its WHERE its.tweet_id = {tweets}.id),
            reposts = (SELECT count(*) FROM {entries} AS its WHERE its.tweet_id = {tweets}.id AND its.id <> {tweets}.id),
            replies = (SELECT count(*) FROM {tweets} AS its WHERE its.in_reply_to = {tweets}.id AND its.is_private = {2}),
            quotes = (SELECT count(*) FROM {tweets} AS its WHERE its.quote_of = {tweets}.id AND its.is_private = {2})
        WHERE id > {0} AND id <= {1} AND (
            likes <> (SELECT count(*) FROM {likes} AS its WHERE its.tweet_id = {tweets}.id)
            OR reposts <> (SELECT count(*) FROM {entries} AS its WHERE its.tweet_id = {tweets}.id AND its.id <> {tweets}.id)
            OR replies <> (SELECT count(*) FROM {tweets} AS its WHERE its.in_reply_to = {tweets}.id AND its.is_private = {2})
            OR quotes <> (SELECT count(*) FROM {tweets} AS its WHERE its.quote_of = {tweets}.id AND its.is_private = {2}))
        """;

    private const string PullFamous =
        """
        UPDATE {people} SET pushed_since = {0} WHERE number > {1} AND number <= {2} AND pushed_since <> {0}
        AND followers >= (SELECT threshold FROM {feed_policies} WHERE strategy = {3})
        """;

    /// <summary>And whoever has too many followers is pulled from now on, as <see cref="FeedCoverage"/> has it.</summary>
    /// <returns>The last of the portion; nothing if there was none.</returns>
    public static async Task<int?> PeopleAsync(TwitterDb db, int after, int portion, CancellationToken cancellationToken)
    {
        var held = await db.Database.SqlQueryRaw<int>(db.Sql(HoldPeople), after, portion).ToListAsync(cancellationToken);
        if (held.Count == 0)
        {
            return null;
        }

        await db.Database.ExecuteSqlRawAsync(db.Sql(CountPeople), [after, held[^1]], cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.Sql(PullFamous), [EntryIds.Last, after, held[^1], (int)FeedStrategy.Hybrid], cancellationToken);
        return held[^1];
    }

    /// <returns>The last of the portion, and how many they were; nothing if there was none.</returns>
    public static async Task<(Guid Last, int Count)?> TweetsAsync(TwitterDb db, Guid after, int portion, CancellationToken cancellationToken)
    {
        var held = await db.Database.SqlQueryRaw<Guid>(db.Sql(HoldTweets), after, portion).ToListAsync(cancellationToken);
        if (held.Count == 0)
        {
            return null;
        }

        await db.Database.ExecuteSqlRawAsync(db.Sql(CountTweets), [after, held[^1], false], cancellationToken);
        return (held[^1], held.Count);
    }
}
