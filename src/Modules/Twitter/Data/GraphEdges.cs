using Microsoft.EntityFrameworkCore;
using SystemDesign.Contracts.Twitter;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Events;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Data;

/// <summary>Edges of the graph, within a transaction: each with the counts that it changes, and its event if it was not there already.</summary>
internal sealed class GraphEdges(TwitterDb db, Changes changes, IOutbox outbox)
{
    private const string InsertFollow =
        "INSERT INTO {follows} (follower, followee, followed_at, pushed_since) VALUES ({0}, {1}, {2}, {3}) ON CONFLICT DO NOTHING";

    private const string InsertRequest =
        "INSERT INTO {follow_requests} (followee, follower, requested_at) VALUES ({0}, {1}, {2}) ON CONFLICT DO NOTHING";

    /// <param name="me">Who wants to follow.</param>
    /// <param name="other">Whom; as they were read.</param>
    /// <param name="isFollowing">What was answered by that: that one follows them from now on, or did already; else that they are asked.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">From the request.</param>
    public async Task FollowAsync(int me, Person other, bool isFollowing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (follower, followee) = await HoldAsync(me, other.Number, cancellationToken);
        if (followee.IsPrivate != other.IsPrivate)
        {
            throw new DbUpdateConcurrencyException("The account went private, or opened up, since it was read.");
        }

        if (await AreBlockedAsync(me, other.Number, cancellationToken))
        {
            throw Person.NotFound();
        }

        if (!followee.IsPrivate)
        {
            await AddAsync(follower, followee, now, cancellationToken);
        }
        else if (await db.Follows.AnyAsync(follow => follow.Follower == me && follow.Followee == other.Number, cancellationToken) != isFollowing)
        {
            throw new DbUpdateConcurrencyException("One was let in, or unfollowed, since it was read.");
        }
        else if (!isFollowing && await db.Database.ExecuteSqlRawAsync(db.Sql(InsertRequest), [other.Number, me, now], cancellationToken) > 0)
        {
            outbox.Add(new FollowRequested(follower.UserId, followee.UserId, now));
        }
    }

    /// <returns>Whether they had asked, and are still here.</returns>
    public async Task<bool> AcceptAsync(int me, int asking, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var held = await PeopleRows.HoldAsync(db, asking, me, cancellationToken);
        var (follower, followee) = (held[asking], RequireHere(held, me));
        if (follower.LeftAt is not null || await db.FollowRequests.Where(request => request.Followee == me && request.Follower == asking).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        await AddAsync(follower, followee, now, cancellationToken);
        outbox.Add(new FollowAccepted(follower.UserId, followee.UserId, now));
        return true;
    }

    /// <summary>Whoever of the two has left: there is no edge then, or it goes with this.</summary>
    public async Task EndAsync(int follower, int followee, CancellationToken cancellationToken)
    {
        await PeopleRows.HoldAsync(db, follower, followee, cancellationToken);
        await FeedLines.HoldAsync(db, follower, cancellationToken);
        await db.FollowRequests.Where(request => request.Followee == followee && request.Follower == follower).ExecuteDeleteAsync(cancellationToken);
        if (await db.Follows.Where(follow => follow.Follower == follower && follow.Followee == followee).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            await CountAsync(follower, followee, -1, cancellationToken);
            await FeedLines.RemoveAsync(db, follower, followee, cancellationToken);
        }
    }

    public Task<bool> AreBlockedAsync(int one, int other, CancellationToken cancellationToken) => db.Blocks.AnyAsync(
        block => (block.Blocker == one && block.Blocked == other) || (block.Blocker == other && block.Blocked == one), cancellationToken);

    /// <summary>Both, in the order of their numbers, so that two transactions never wait for each other.</summary>
    private async Task<(Person One, Person Other)> HoldAsync(int one, int other, CancellationToken cancellationToken)
    {
        var held = await PeopleRows.HoldAsync(db, one, other, cancellationToken);
        return (RequireHere(held, one), held[other] is { LeftAt: null } second ? second : throw Person.NotFound());
    }

    private static Person RequireHere(IReadOnlyDictionary<int, Person> held, int number) =>
        held[number] is { LeftAt: null } person ? person : throw new UnauthenticatedException("unauthenticated", "This account is no more.");

    /// <summary>Everything of the followee's is pulled until the feed is filled with what they wrote before.</summary>
    private async Task AddAsync(Person follower, Person followee, DateTimeOffset now, CancellationToken cancellationToken)
    {
        object[] values = [follower.Number, followee.Number, now, EntryIds.Last];
        if (await db.Database.ExecuteSqlRawAsync(db.Sql(InsertFollow), values, cancellationToken) > 0)
        {
            await CountAsync(follower.Number, followee.Number, 1, cancellationToken);
            outbox.Add(new PersonFollowed(follower.UserId, followee.UserId, now));
        }
    }

    private async Task CountAsync(int follower, int followee, int change, CancellationToken cancellationToken)
    {
        changes.Of(follower);
        await db.People.Where(person => person.Number == follower)
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Following, person => person.Following + change), cancellationToken);
        await db.People.Where(person => person.Number == followee)
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Followers, person => person.Followers + change), cancellationToken);
        await FeedCoverage.FollowersChangedAsync(db, followee, cancellationToken);
    }
}
