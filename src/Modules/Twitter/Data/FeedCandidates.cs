using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// The next entries of a feed, in one statement, and so as of one moment. Entries come from two sides: those that were pushed, and those of whom one
/// follows that are known not to be, which are pulled. What is known is one id for each of the policy, the feed, the person and the edge: entries
/// after the greatest of them were pushed, or are on their way. Too much is pulled at times, and never too little; what comes from both sides is
/// one entry. So push, pull and hybrid answer the same, at any moment.
/// </summary>
internal sealed class FeedCandidates(TwitterDb db)
{
    /// <summary>
    /// {0} the owner, {1} the id to go on after, {2} how many, {3} before the first of all ids, {4} after the last of them, {5} one less than how many.
    /// A pull asks each source for its newest entry only, and those for more that can have any among the newest of all.
    /// </summary>
    private const string Collect =
        """
        WITH bound AS (
            SELECT {greatest}(coalesce((SELECT floor FROM {feeds} WHERE owner = {0}), {4}), (SELECT pushed_since FROM {feed_policies})) AS upto),
        pushed AS (
            SELECT entry_id AS id FROM {feed_lines}
            WHERE segment IN (SELECT number FROM {feed_segments}) AND owner = {0} AND entry_id < {1} ORDER BY entry_id DESC LIMIT {2}),
        bottom AS (SELECT coalesce((SELECT id FROM pushed ORDER BY id DESC LIMIT 1 OFFSET {5}), {3}) AS id),
        sources AS (
            SELECT edge.followee AS actor, {greatest}(bound.upto, person.pushed_since, edge.pushed_since) AS upto
            FROM {follows} AS edge JOIN {people} AS person ON person.number = edge.followee CROSS JOIN bound WHERE edge.follower = {0}
            UNION ALL SELECT {0}, {4}),
        latest AS (
            SELECT sources.actor, sources.upto, (
                SELECT newest.id FROM {entries} AS newest
                WHERE newest.actor = sources.actor AND newest.id < {1} AND newest.id <= sources.upto ORDER BY newest.id DESC LIMIT 1) AS id
            FROM sources CROSS JOIN bottom WHERE sources.upto > bottom.id),
        foremost AS (SELECT actor, upto FROM latest WHERE id IS NOT NULL ORDER BY id DESC LIMIT {2}),
        pulled AS (
            SELECT entry.id FROM foremost JOIN {entries} AS entry
            ON entry.actor = foremost.actor AND entry.id < {1} AND entry.id <= foremost.upto AND entry.id >= coalesce((
                SELECT oldest.id FROM {entries} AS oldest
                WHERE oldest.actor = foremost.actor AND oldest.id < {1} AND oldest.id <= foremost.upto ORDER BY oldest.id DESC LIMIT 1 OFFSET {5}), {3})
            ORDER BY entry.id DESC LIMIT {2}),
        pending AS (
            SELECT onway.entry_id AS id FROM {fan_outs} AS onway JOIN {follows} AS edge ON edge.follower = {0} AND edge.followee = onway.actor
            WHERE onway.entry_id < {1} ORDER BY onway.entry_id DESC LIMIT {2}),
        candidate AS (
            SELECT id FROM pushed UNION SELECT id FROM pulled UNION SELECT id FROM pending ORDER BY id DESC LIMIT {2})

        """;

    /// <summary>
    /// Nobody sees what they do not follow any more, or is not theirs to see; nor anybody whom a block or a mute keeps from them, be it the author, who
    /// reposted, who is answered or who is named; nor answers to those whom they do not follow; nor a tweet once more that is further down already.
    /// </summary>
    private static readonly string Judge =
        $$"""
        SELECT candidate.id AS "Id", coalesce(entry.actor, 0) AS "Actor", coalesce(entry.tweet_id, {3}) AS "TweetId",
            coalesce(tweet.author, 0) AS "Author", coalesce(tweet.quoted, 0) AS "Quoted",
            (tweet.id IS NOT NULL
            AND {{Follows("entry.actor")}} AND NOT {{Hidden("entry.actor")}}
            AND (NOT tweet.is_private OR {{Follows("tweet.author")}}) AND NOT {{Hidden("tweet.author")}}
            AND (tweet.replied_to IS NULL OR NOT {{Hidden("tweet.replied_to")}})
            AND (entry.id <> tweet.id OR {{Answers}})
            AND NOT EXISTS (SELECT 1 FROM {mentions} AS mention WHERE mention.tweet_id = tweet.id AND {{Hidden("mention.person")}})
            AND (entry.id = tweet.id OR NOT EXISTS (
                SELECT 1 FROM {entries} AS older WHERE older.tweet_id = tweet.id AND older.id < entry.id
                AND {{Follows("older.actor")}} AND NOT {{Hidden("older.actor")}} AND (older.id <> tweet.id OR {{Answers}})))) AS "IsVisible"
        FROM candidate LEFT JOIN {entries} AS entry ON entry.id = candidate.id LEFT JOIN {tweets} AS tweet ON tweet.id = entry.tweet_id
        ORDER BY candidate.id DESC
        """;

    private static readonly string Statement = Collect + Judge;

    private static string Answers => $"(tweet.replied_to IS NULL OR tweet.replied_to = tweet.author OR {Follows("tweet.replied_to")})";

    /// <param name="owner">Whose feed.</param>
    /// <param name="before">The entry to go on after.</param>
    /// <param name="count">The most that are answered; if there are fewer, there are no more.</param>
    /// <param name="cancellationToken">From the request.</param>
    public Task<List<FeedCandidate>> ReadAsync(int owner, Guid before, int count, CancellationToken cancellationToken) =>
        db.Database.SqlQueryRaw<FeedCandidate>(db.Sql(Statement), owner, before, count, EntryIds.First, EntryIds.Last, count - 1).ToListAsync(cancellationToken);

    private static string Follows(string person) =>
        $$"""({{person}} = {0} OR EXISTS (SELECT 1 FROM {follows} AS edge WHERE edge.follower = {0} AND edge.followee = {{person}}))""";

    private static string Hidden(string person) =>
        $$"""
        (EXISTS (SELECT 1 FROM {blocks} AS block WHERE block.blocker = {0} AND block.blocked = {{person}})
        OR EXISTS (SELECT 1 FROM {blocks} AS block WHERE block.blocker = {{person}} AND block.blocked = {0})
        OR EXISTS (SELECT 1 FROM {mutes} AS mute WHERE mute.muter = {0} AND mute.muted = {{person}}))
        """;
}
