using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Where the first page of each of several lists ends, as in <see cref="FirstEdges"/>. The rule of who sees what stands here again, to count what is seen; what
/// is answered goes through <see cref="Visibility"/> all the same, so that a difference would make a page short and show nothing.
/// </summary>
internal static class FirstTweets
{
    private const string Replies =
        $$"""
        SELECT reply.* FROM {ids} JOIN {tweets} AS reply ON reply.in_reply_to = ids.id AND reply.id <= coalesce(
            (SELECT seen.id FROM {tweets} AS seen WHERE seen.in_reply_to = ids.id AND {{Seen}} ORDER BY seen.id LIMIT 1 OFFSET {1}), {3})
        """;

    private const string Entries =
        $$"""
        SELECT entry.* FROM {numbers} JOIN {entries} AS entry ON entry.actor = numbers.number AND entry.id >= coalesce(
            (SELECT bound.id FROM {entries} AS bound JOIN {tweets} AS seen ON seen.id = bound.tweet_id
             WHERE bound.actor = numbers.number AND {{Seen}} ORDER BY bound.id DESC LIMIT 1 OFFSET {1}), {3})
        """;

    private const string Seen =
        """
        EXISTS (SELECT 1 FROM {people} WHERE number = seen.author AND left_at IS NULL)
        AND (seen.author = {2} OR ((NOT seen.is_private OR EXISTS (SELECT 1 FROM {follows} WHERE follower = {2} AND followee = seen.author))
            AND NOT EXISTS (SELECT 1 FROM {blocks} WHERE blocker = {2} AND blocked = seen.author)
            AND NOT EXISTS (SELECT 1 FROM {blocks} WHERE blocker = seen.author AND blocked = {2})))
        """;

    /// <param name="db">Where.</param>
    /// <param name="ids">Of the tweets that are answered.</param>
    /// <param name="viewer">Who reads.</param>
    /// <param name="count">How many of each, at most, beside those that are not seen.</param>
    public static IQueryable<Tweet> RepliesTo(TwitterDb db, IEnumerable<Guid> ids, int viewer, int count) =>
        db.Tweets.FromSqlRaw(db.Sql(Replies), string.Join(',', ids.Select(id => id.ToString("N"))), count - 1, viewer, EntryIds.Last).AsNoTracking();

    /// <inheritdoc cref="RepliesTo"/>
    public static IQueryable<Entry> EntriesOf(TwitterDb db, IEnumerable<int> people, int viewer, int count) =>
        db.Entries.FromSqlRaw(db.Sql(Entries), string.Join(',', people), count - 1, viewer, EntryIds.First).AsNoTracking();
}
