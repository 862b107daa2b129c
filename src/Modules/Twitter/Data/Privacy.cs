using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Whoever goes private hides all that they wrote, and whoever opens up shows it. Counts of answers and quotes are of what everybody
/// may see, so they follow.
/// </summary>
internal sealed class Privacy(TwitterDb db, GraphEdges edges)
{
    private const string RecountReplies =
        """
        UPDATE {tweets} SET replies = replies + {1} * (SELECT count(*) FROM {tweets} AS mine WHERE mine.author = {0} AND mine.in_reply_to = {tweets}.id)
        WHERE id IN (SELECT in_reply_to FROM {tweets} WHERE author = {0} AND in_reply_to IS NOT NULL)
        """;

    private const string RecountQuotes =
        """
        UPDATE {tweets} SET quotes = quotes + {1} * (SELECT count(*) FROM {tweets} AS mine WHERE mine.author = {0} AND mine.quote_of = {tweets}.id)
        WHERE id IN (SELECT quote_of FROM {tweets} WHERE author = {0} AND quote_of IS NOT NULL)
        """;

    public async Task SetAsync(int number, bool isPrivate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Held first: what they write meanwhile waits, and is then written as they are.
        var held = await PeopleRows.HoldAsync(db, number, number, cancellationToken);
        if (!held.TryGetValue(number, out var person) || person.LeftAt is not null || person.IsPrivate == isPrivate)
        {
            return;
        }

        await db.People.Where(row => row.Number == number).ExecuteUpdateAsync(row => row.SetProperty(one => one.IsPrivate, isPrivate), cancellationToken);
        await db.Tweets.Where(tweet => tweet.Author == number).ExecuteUpdateAsync(row => row.SetProperty(tweet => tweet.IsPrivate, isPrivate), cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.Sql(RecountReplies), [number, isPrivate ? -1 : 1], cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.Sql(RecountQuotes), [number, isPrivate ? -1 : 1], cancellationToken);
        if (!isPrivate)
        {
            await AcceptAllAsync(person, now, cancellationToken);
        }
    }

    private async Task AcceptAllAsync(Person person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asking = await db.FollowRequests.Where(request => request.Followee == person.Number).Select(request => request.Follower).Order().ToListAsync(cancellationToken);
        foreach (var follower in asking)
        {
            await edges.AcceptAsync(person.Number, follower, now, cancellationToken);
        }
    }
}
