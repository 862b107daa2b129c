using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Data;

/// <summary>Statements on the rows of people.</summary>
internal static class PeopleRows
{
    private const string GiveUpName =
        """
        UPDATE {people} SET name_key = NULL WHERE name_key = {0} AND user_id <> {1}
        AND NOT EXISTS (SELECT 1 FROM {people} AS gone WHERE gone.user_id = {1} AND gone.left_at IS NOT NULL)
        """;

    /// <summary>Whichever index finds that they are there: of two who bring the same person at once, that of the names may be the first.</summary>
    private const string Insert =
        """
        INSERT INTO {people} (user_id, user_name, name_key, display_name, bio, is_private, tweets, followers, following, pushed_since, joined_at)
        VALUES ({0}, {1}, {2}, {3}, '', {4}, 0, 0, 0, {5}, {6}) ON CONFLICT DO NOTHING
        """;

    private const string SetJoined = "UPDATE {people} SET joined_at = {1} WHERE user_id = {0} AND left_at IS NULL";

    private const string SetName = "UPDATE {people} SET user_name = {1}, name_key = {2}, display_name = {3} WHERE user_id = {0} AND left_at IS NULL";

    /// <summary>Whoever has nothing to read yet has a feed that is complete.</summary>
    private const string OpenFeed =
        "INSERT INTO {feeds} (owner, floor, lines, seen_at) SELECT number, {1}, 0, {2} FROM {people} WHERE user_id = {0} AND left_at IS NULL ON CONFLICT DO NOTHING";

    /// <summary>Whether they were private stays: by that it is known what their tweets were counted in, until those are gone.</summary>
    private const string Bury =
        """
        INSERT INTO {people} (user_id, user_name, name_key, display_name, bio, is_private, tweets, followers, following, pushed_since, joined_at, left_at)
        VALUES ({0}, '', NULL, '', '', {1}, 0, 0, 0, {2}, {3}, {3})
        ON CONFLICT (user_id) DO UPDATE SET user_name = '', name_key = NULL, display_name = '', bio = '', left_at = {3}
        """;

    private const string InsertErasure = "INSERT INTO {erasures} (person, left_at) SELECT number, {1} FROM {people} WHERE user_id = {0} ON CONFLICT DO NOTHING";

    private const string Held = "SELECT * FROM {people} WHERE number IN ({0}, {1}) ORDER BY number {for_update}";

    /// <summary>Somebody as Users told of them when they registered. They may be known already, by a name that is newer.</summary>
    public static async Task RememberAsync(TwitterDb db, Guid userId, string userName, string displayName, DateTimeOffset joinedAt, CancellationToken cancellationToken)
    {
        await MeetAsync(db, userId, userName, displayName, joinedAt, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.Sql(SetJoined), [userId, joinedAt], cancellationToken);
    }

    /// <summary>Somebody by their newest name; <paramref name="now"/> is when they joined until it is known better.</summary>
    public static async Task RenameAsync(TwitterDb db, Guid userId, string userName, string displayName, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await MeetAsync(db, userId, userName, displayName, now, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.Sql(SetName), [userId, userName, Person.KeyOf(userName), displayName], cancellationToken);
    }

    /// <summary>
    /// Somebody by what their token says, if nobody told of them yet. A name that somebody else had before is this one's now: theirs told of it,
    /// or will.
    /// </summary>
    public static async Task MeetAsync(TwitterDb db, Guid userId, string userName, string displayName, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = Person.KeyOf(userName);
        await db.Database.ExecuteSqlRawAsync(db.Sql(GiveUpName), [key, userId], cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.Sql(Insert), [userId, userName, key, displayName, false, EntryIds.First, now], cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.Sql(OpenFeed), [userId, EntryIds.First, now], cancellationToken);
    }

    /// <summary>Whoever comes late in their name finds that they have left, and what is left of them waits to be erased.</summary>
    public static async Task BuryAsync(TwitterDb db, Guid userId, DateTimeOffset leftAt, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(db.Sql(Bury), [userId, false, EntryIds.First, leftAt], cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.Sql(InsertErasure), [userId, leftAt], cancellationToken);
    }

    /// <summary>Holds one or two people's rows until the transaction ends, always in the same order, so that two never wait for each other.</summary>
    public static async Task<IReadOnlyDictionary<int, Person>> HoldAsync(TwitterDb db, int one, int other, CancellationToken cancellationToken) =>
        await db.People.FromSqlRaw(db.Sql(Held), one, other).AsNoTracking().ToDictionaryAsync(person => person.Number, cancellationToken);
}
