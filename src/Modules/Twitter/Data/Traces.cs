using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Twitter.Data;

/// <summary>What somebody leaves behind, erased within transactions, a portion in each: with the counts that it was counted in, and its events.</summary>
internal sealed class Traces(TwitterDb db, TweetRemoval removal)
{
    /// <summary>Tweets, or edges, to a transaction.</summary>
    public const int Portion = 100;

    /// <summary>Whoever is followed is counted, so the rows of both ends are held, in the order of their numbers, as whoever follows does.</summary>
    private const string HoldFollowers =
        """
        SELECT * FROM {people} WHERE number = {0} OR number IN (SELECT follower FROM {follows} WHERE followee = {0} ORDER BY follower LIMIT {1})
        ORDER BY number {for_update}
        """;

    private const string HoldFollowees =
        """
        SELECT * FROM {people} WHERE number = {0} OR number IN (SELECT followee FROM {follows} WHERE follower = {0} ORDER BY followee LIMIT {1})
        ORDER BY number {for_update}
        """;

    private const string HoldLiked = "SELECT * FROM {tweets} WHERE id IN (SELECT tweet_id FROM {likes} WHERE person = {0} ORDER BY tweet_id LIMIT {1}) ORDER BY id {for_update}";

    private const string HoldReposted = "SELECT * FROM {tweets} WHERE id IN (SELECT tweet_id FROM {entries} WHERE actor = {0} ORDER BY id LIMIT {1}) ORDER BY id {for_update}";

    /// <summary>What is in no count, and so held by nobody; their own feed among it.</summary>
    private static readonly string[] Uncounted =
    [
        "DELETE FROM {follow_requests} WHERE (followee, follower) IN (SELECT followee, follower FROM {follow_requests} WHERE followee = {0} LIMIT {1})",
        "DELETE FROM {follow_requests} WHERE (followee, follower) IN (SELECT followee, follower FROM {follow_requests} WHERE follower = {0} LIMIT {1})",
        "DELETE FROM {blocks} WHERE (blocker, blocked) IN (SELECT blocker, blocked FROM {blocks} WHERE blocker = {0} LIMIT {1})",
        "DELETE FROM {blocks} WHERE (blocker, blocked) IN (SELECT blocker, blocked FROM {blocks} WHERE blocked = {0} LIMIT {1})",
        "DELETE FROM {mutes} WHERE (muter, muted) IN (SELECT muter, muted FROM {mutes} WHERE muter = {0} LIMIT {1})",
        "DELETE FROM {mutes} WHERE (muter, muted) IN (SELECT muter, muted FROM {mutes} WHERE muted = {0} LIMIT {1})",
        "DELETE FROM {mentions} WHERE (tweet_id, person) IN (SELECT tweet_id, person FROM {mentions} WHERE person = {0} LIMIT {1})",
        "DELETE FROM {fan_outs} WHERE entry_id IN (SELECT entry_id FROM {fan_outs} WHERE actor = {0} LIMIT {1})",
        "DELETE FROM {feeds} WHERE owner IN (SELECT owner FROM {feeds} WHERE owner = {0} LIMIT {1})",
        """
        DELETE FROM {feed_lines} WHERE (segment, owner, entry_id) IN (
            SELECT segment, owner, entry_id FROM {feed_lines} WHERE owner = {0} AND segment IN (SELECT number FROM {feed_segments}) LIMIT {1})
        """,
    ];

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> EraseAsync(int person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Tweets first: with them goes most of what others would still count on.
        return await EraseTweetsAsync(person, now, cancellationToken) == Portion
            || await EraseRepostsAsync(person, cancellationToken) == Portion
            || await EraseLikesAsync(person, cancellationToken) == Portion
            || await EraseFollowersAsync(person, cancellationToken) == Portion
            || await EraseFolloweesAsync(person, cancellationToken) == Portion
            || await EraseUncountedAsync(person, cancellationToken);
    }

    private async Task<int> EraseTweetsAsync(int person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tweets = await db.Tweets.Where(tweet => tweet.Author == person).OrderBy(tweet => tweet.Id).Take(Portion).Select(tweet => tweet.Id).ToListAsync(cancellationToken);
        foreach (var tweet in tweets)
        {
            await removal.RemoveAsync(tweet, now, cancellationToken);
        }

        return tweets.Count;
    }

    /// <summary>The tweets are held, and only then it is looked which reposts there are: whoever takes one back at the same time holds them too.</summary>
    private async Task<int> EraseRepostsAsync(int person, CancellationToken cancellationToken)
    {
        var held = await HoldAsync(db.Tweets, HoldReposted, person, tweet => tweet.Id, cancellationToken);
        var entries = db.Entries.Where(entry => entry.Actor == person && held.Contains(entry.TweetId));
        await db.Tweets.Where(tweet => held.Contains(tweet.Id) && entries.Any(entry => entry.TweetId == tweet.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(tweet => tweet.Reposts, tweet => tweet.Reposts - 1), cancellationToken);
        await db.FanOuts.Where(fanOut => entries.Any(entry => entry.Id == fanOut.EntryId)).ExecuteDeleteAsync(cancellationToken);
        await entries.ExecuteDeleteAsync(cancellationToken);
        return held.Count;
    }

    /// <inheritdoc cref="EraseRepostsAsync"/>
    private async Task<int> EraseLikesAsync(int person, CancellationToken cancellationToken)
    {
        var held = await HoldAsync(db.Tweets, HoldLiked, person, tweet => tweet.Id, cancellationToken);
        var likes = db.Likes.Where(like => like.Person == person && held.Contains(like.TweetId));
        await db.Tweets.Where(tweet => held.Contains(tweet.Id) && likes.Any(like => like.TweetId == tweet.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(tweet => tweet.Likes, tweet => tweet.Likes - 1), cancellationToken);
        await likes.ExecuteDeleteAsync(cancellationToken);
        return held.Count;
    }

    private async Task<int> EraseFollowersAsync(int person, CancellationToken cancellationToken)
    {
        var held = await HoldAsync(db.People, HoldFollowers, person, other => other.Number, cancellationToken);
        var edges = db.Follows.Where(follow => follow.Followee == person && held.Contains(follow.Follower));
        await db.People.Where(other => held.Contains(other.Number) && edges.Any(follow => follow.Follower == other.Number))
            .ExecuteUpdateAsync(row => row.SetProperty(other => other.Following, other => other.Following - 1), cancellationToken);
        var ended = await edges.ExecuteDeleteAsync(cancellationToken);
        await db.People.Where(other => other.Number == person)
            .ExecuteUpdateAsync(row => row.SetProperty(other => other.Followers, other => other.Followers - ended), cancellationToken);
        return ended;
    }

    private async Task<int> EraseFolloweesAsync(int person, CancellationToken cancellationToken)
    {
        var held = await HoldAsync(db.People, HoldFollowees, person, other => other.Number, cancellationToken);
        var edges = db.Follows.Where(follow => follow.Follower == person && held.Contains(follow.Followee));
        var followees = await edges.Select(follow => follow.Followee).Order().ToListAsync(cancellationToken);
        await db.People.Where(other => followees.Contains(other.Number))
            .ExecuteUpdateAsync(row => row.SetProperty(other => other.Followers, other => other.Followers - 1), cancellationToken);
        await edges.ExecuteDeleteAsync(cancellationToken);
        await db.People.Where(other => other.Number == person)
            .ExecuteUpdateAsync(row => row.SetProperty(other => other.Following, other => other.Following - followees.Count), cancellationToken);
        foreach (var followee in followees)
        {
            await FeedCoverage.FollowersChangedAsync(db, followee, cancellationToken);
        }

        return followees.Count;
    }

    private async Task<bool> EraseUncountedAsync(int person, CancellationToken cancellationToken)
    {
        foreach (var statement in Uncounted)
        {
            if (await db.Database.ExecuteSqlRawAsync(db.Sql(statement), [person, Portion], cancellationToken) == Portion)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<List<TKey>> HoldAsync<TRow, TKey>(DbSet<TRow> rows, string statement, int person, Func<TRow, TKey> key, CancellationToken cancellationToken)
        where TRow : class =>
        [.. (await rows.FromSqlRaw(db.Sql(statement), person, Portion).AsNoTracking().ToListAsync(cancellationToken)).Select(key)];
}
