namespace SystemDesign.Twitter.Data;

/// <summary>
/// Two steps in the graph, and no further than a bounded number of edges (TW-10). Of who follows more, those count who joined last: edges lie in
/// the order of numbers, so that is a range of an index, whoever follows a hundred thousand; it is the same each time; and whoever is
/// long there and followed by everybody needs no recommendation.
/// </summary>
internal static class FriendsOfFriends
{
    /// <summary>Of mine.</summary>
    public const int Friends = 200;

    /// <summary>Of each of them.</summary>
    public const int FollowsOfEach = 200;

    /// <summary>
    /// Edges from those whom {0} follows, at most {1} of them, to those whom they follow, at most {2} of each. Where those of one begin
    /// is looked up first, since SQLite has no lateral join. A friend who has left is no reason, though their edges may be there for a while.
    /// </summary>
    public const string EdgesOnSqlite =
        """
        WITH mine AS MATERIALIZED (
            SELECT my.followee AS friend, coalesce((
                SELECT their.followee FROM {follows} AS their WHERE their.follower = my.followee ORDER BY their.followee DESC LIMIT 1 OFFSET {2} - 1), 0) AS since
            FROM {follows} AS my WHERE my.follower = {0} ORDER BY my.followee DESC LIMIT {1}),
        edges AS MATERIALIZED (
            SELECT mine.friend, their.followee AS person
            FROM mine CROSS JOIN {follows} AS their
            WHERE their.follower = mine.friend AND their.followee >= mine.since
            AND (SELECT left_at FROM {people} WHERE number = mine.friend) IS NULL)
        """;

    /// <summary>As <see cref="EdgesOnSqlite"/>, with limits that PostgreSQL cannot plan around.</summary>
    public const string EdgesOnPostgres =
        """
        WITH mine AS MATERIALIZED (
            SELECT my.followee AS friend FROM {follows} AS my WHERE my.follower = {0} ORDER BY my.followee DESC LIMIT {1}),
        edges AS MATERIALIZED (
            SELECT mine.friend, theirs.followee AS person
            FROM mine CROSS JOIN LATERAL (
                SELECT their.followee FROM {follows} AS their WHERE their.follower = mine.friend ORDER BY their.followee DESC LIMIT {2}) AS theirs
            WHERE (SELECT left_at FROM {people} WHERE number = mine.friend) IS NULL)
        """;

    /// <summary>
    /// What is between me and each of them, and who they are, is looked up one by one: with joins, or EXISTS, PostgreSQL would be free to read all
    /// that I follow, or all people.
    /// </summary>
    private const string Best =
        """
        ,
        best AS MATERIALIZED (
            SELECT counted.person, counted.common FROM (SELECT person, CAST(count(*) AS integer) AS common FROM edges GROUP BY person) AS counted
            WHERE counted.person <> {0}
            AND (SELECT left_at FROM {people} WHERE number = counted.person) IS NULL
            AND (SELECT count(*) FROM {follows} WHERE follower = {0} AND followee = counted.person) = 0
            AND (SELECT count(*) FROM {follow_requests} WHERE followee = counted.person AND follower = {0}) = 0
            AND (SELECT count(*) FROM {blocks} WHERE blocker = {0} AND blocked = counted.person) = 0
            AND (SELECT count(*) FROM {blocks} WHERE blocker = counted.person AND blocked = {0}) = 0
            AND (SELECT count(*) FROM {mutes} WHERE muter = {0} AND muted = counted.person) = 0
            ORDER BY counted.common DESC, counted.person LIMIT {3}),
        named AS (
            SELECT best.person, best.common, edges.friend, row_number() OVER (PARTITION BY best.person ORDER BY edges.friend) AS place
            FROM best JOIN edges ON edges.person = best.person)
        SELECT named.person AS "Number", named.common AS "Common",
            (SELECT user_name FROM {people} WHERE number = named.person) AS "UserName",
            (SELECT display_name FROM {people} WHERE number = named.person) AS "DisplayName",
            (SELECT is_private FROM {people} WHERE number = named.person) AS "IsPrivate",
            (SELECT user_name FROM {people} WHERE number = named.friend) AS "Friend"
        FROM named WHERE named.place <= {4} ORDER BY named.common DESC, named.person, named.place
        """;

    /// <summary>Rows of <see cref="RecommendedRow"/>: of the {3} best, each with up to {4} through whom.</summary>
    public const string OnSqlite = EdgesOnSqlite + Best;

    /// <inheritdoc cref="OnSqlite"/>
    public const string OnPostgres = EdgesOnPostgres + Best;
}
