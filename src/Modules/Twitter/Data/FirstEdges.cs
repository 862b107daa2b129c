using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// The first follows of each of several people, in the order of the others' numbers, and without those who left, or whom a block keeps from who reads. The last one
/// wanted of each is found first, by the index: so who has a million followers costs what anybody does, where a window would number them all.
/// </summary>
internal static class FirstEdges
{
    private static readonly string Followers = Of("followee", "follower");

    private static readonly string Followees = Of("follower", "followee");

    /// <param name="db">Where.</param>
    /// <param name="people">Their numbers; at least one.</param>
    /// <param name="viewer">Who reads.</param>
    /// <param name="count">How many of each, at most.</param>
    public static IQueryable<Follow> FollowersOf(TwitterDb db, IEnumerable<int> people, int viewer, int count) => Read(db, Followers, people, viewer, count);

    /// <inheritdoc cref="FollowersOf"/>
    public static IQueryable<Follow> FolloweesOf(TwitterDb db, IEnumerable<int> people, int viewer, int count) => Read(db, Followees, people, viewer, count);

    private static IQueryable<Follow> Read(TwitterDb db, string statement, IEnumerable<int> people, int viewer, int count) =>
        db.Follows.FromSqlRaw(db.Sql(statement), string.Join(',', people), count - 1, viewer, int.MaxValue).AsNoTracking();

    private static string Of(string one, string other)
    {
        return
            $$"""
            SELECT edge.* FROM {numbers} JOIN {follows} AS edge ON edge.{{one}} = numbers.number AND edge.{{other}} <= coalesce(
                (SELECT bound.{{other}} FROM {follows} AS bound WHERE bound.{{one}} = numbers.number AND {{Seen("bound")}} ORDER BY bound.{{other}} LIMIT 1 OFFSET {1}), {3})
            WHERE {{Seen("edge")}}
            """;

        string Seen(string edge) =>
            $$"""
            NOT EXISTS (SELECT 1 FROM {blocks} WHERE blocker = {2} AND blocked = {{edge}}.{{other}})
            AND NOT EXISTS (SELECT 1 FROM {blocks} WHERE blocker = {{edge}}.{{other}} AND blocked = {2})
            AND EXISTS (SELECT 1 FROM {people} WHERE number = {{edge}}.{{other}} AND left_at IS NULL)
            """;
    }
}
