using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain.Notices;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Data;

/// <summary>Crowds and who is in them, within a transaction. The crowd's row is held first, so that nobody joins while it is told of.</summary>
internal sealed class Crowds(TwitterDb db)
{
    private const string Hold =
        """
        INSERT INTO {crowds} AS held (kind, subject, listener, singles, ends_at) VALUES ({0}, {1}, {2}, 0, {3})
        ON CONFLICT (kind, subject) DO UPDATE SET singles = held.singles RETURNING singles AS "Value"
        """;

    private const string InsertMember = "INSERT INTO {crowd_members} (kind, subject, actor, is_told) VALUES ({0}, {1}, {2}, {3}) ON CONFLICT DO NOTHING";

    /// <summary>Nobody waits for those that another instance is at.</summary>
    private const string Due = "SELECT * FROM {crowds} WHERE ends_at <= {0} ORDER BY ends_at LIMIT {1} {for_update_of_the_free}";

    /// <returns>Whether they are new in it, and one of those who are told one by one.</returns>
    public async Task<bool> JoinAsync(Crowd crowd, int listener, int actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await Standing(crowd, listener, db.People.Where(person => person.Number == actor)).AnyAsync(cancellationToken))
        {
            return false;
        }

        object[] values = [(int)crowd.Kind, crowd.Subject, listener, now + Crowd.Window];
        var singles = (await db.Database.SqlQueryRaw<int>(db.Sql(Hold), values).ToListAsync(cancellationToken)).Single();
        var isSingle = singles < Crowd.Singles;
        if (await db.Database.ExecuteSqlRawAsync(db.Sql(InsertMember), [(int)crowd.Kind, crowd.Subject, actor, isSingle], cancellationToken) == 0 || !isSingle)
        {
            return false;
        }

        await Of(crowd).ExecuteUpdateAsync(row => row.SetProperty(one => one.Singles, one => one.Singles + 1), cancellationToken);
        return true;
    }

    /// <returns>Some whose hour is over; they are this transaction's until it ends.</returns>
    public async Task<IReadOnlyList<CrowdRow>> HoldDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await db.Crowds.FromSqlRaw(db.Sql(Due), now, limit).AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>
    /// Ends the hour of a crowd that is held. Its next one begins if somebody waited: then all who come in it wait for its end, since whoever
    /// hears of them hears of many.
    /// </summary>
    /// <returns>How many waited and are still to be told of.</returns>
    public async Task<int> EndHourAsync(CrowdRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var crowd = new Crowd(row.Kind, row.Subject);
        var members = db.CrowdMembers.Where(member => member.Kind == row.Kind && member.Subject == row.Subject);
        var waiting = db.People.Where(person => members.Any(member => member.Actor == person.Number && !member.IsTold));
        var anyWaited = await waiting.AnyAsync(cancellationToken);
        var people = anyWaited ? await Standing(crowd, row.Listener, waiting.HeardBy(db, row.Listener)).CountAsync(cancellationToken) : 0;
        await members.ExecuteDeleteAsync(cancellationToken);
        if (anyWaited)
        {
            var endsAt = now + Crowd.Window;
            await Of(crowd).ExecuteUpdateAsync(held => held.SetProperty(one => one.Singles, Crowd.Singles).SetProperty(one => one.EndsAt, endsAt), cancellationToken);
        }
        else
        {
            await Of(crowd).ExecuteDeleteAsync(cancellationToken);
        }

        return people;
    }

    private IQueryable<CrowdRow> Of(Crowd crowd) => db.Crowds.Where(row => row.Kind == crowd.Kind && row.Subject == crowd.Subject);

    /// <summary>Those of the people who have not taken back what they did; nobody if the tweet is gone.</summary>
    private IQueryable<Person> Standing(Crowd crowd, int listener, IQueryable<Person> people) => crowd.Kind switch
    {
        CrowdKind.Like => people.Where(person => db.Likes.Any(like => like.TweetId == crowd.Subject && like.Person == person.Number)),
        CrowdKind.Repost => people.Where(person => db.Entries.Any(entry => entry.TweetId == crowd.Subject && entry.Actor == person.Number)),
        CrowdKind.Follow => people.Where(person => db.Follows.Any(follow => follow.Follower == person.Number && follow.Followee == listener)),
        _ => people.Where(person => db.FollowRequests.Any(request => request.Follower == person.Number && request.Followee == listener)),
    };
}
