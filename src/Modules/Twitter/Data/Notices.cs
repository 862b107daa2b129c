using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Domain.Notices;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Data;

internal sealed class Notices(TwitterDb db, Crowds crowds) : INotices
{
    public async Task<(Person? Author, IReadOnlySet<Guid> Listeners)> FindListenersAsync(
        Guid tweetId, IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
    {
        var authors = db.People.AsNoTracking().Where(person => person.LeftAt == null && db.Tweets.Any(tweet => tweet.Id == tweetId && tweet.Author == person.Number));
        if (await authors.SingleOrDefaultAsync(cancellationToken) is not { } author)
        {
            return (null, new HashSet<Guid>());
        }

        var listeners = db.People
            .Where(person => userIds.Contains(person.UserId))
            .WhoHear(db, author.Number)
            .Where(person => !author.IsPrivate || db.Follows.Any(follow => follow.Follower == person.Number && follow.Followee == author.Number));
        return (author, (await listeners.Select(person => person.UserId).ToListAsync(cancellationToken)).ToHashSet());
    }

    public async Task<Person?> FindHeardAsync(Guid actorId, Guid listenerId, CancellationToken cancellationToken) =>
        await FindAsync(listenerId, cancellationToken) is { } listener
            ? await db.People.AsNoTracking().Where(person => person.UserId == actorId).HeardBy(db, listener.Number).SingleOrDefaultAsync(cancellationToken)
            : null;

    public async Task<Person?> JoinAsync(Crowd crowd, Guid listenerId, Guid actorId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(listenerId, cancellationToken) is not { } listener || (crowd.Kind is CrowdKind.Follow && listener.IsPrivate))
        {
            return null;
        }

        var actor = await db.People.AsNoTracking().Where(person => person.UserId == actorId).HeardBy(db, listener.Number).SingleOrDefaultAsync(cancellationToken);
        return actor is not null && await crowds.JoinAsync(crowd, listener.Number, actor.Number, now, cancellationToken) ? actor : null;
    }

    private Task<Person?> FindAsync(Guid userId, CancellationToken cancellationToken) =>
        db.People.AsNoTracking().SingleOrDefaultAsync(person => person.UserId == userId && person.LeftAt == null, cancellationToken);
}
