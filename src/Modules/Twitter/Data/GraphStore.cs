using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Paging;
using SystemDesign.Twitter.Domain.Graph;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Data;

internal sealed class GraphStore(TwitterDb db, GraphEdges edges, Changes changes) : IGraph
{
    private const string InsertBlock = "INSERT INTO {blocks} (blocker, blocked, blocked_at) VALUES ({0}, {1}, {2}) ON CONFLICT DO NOTHING";

    private const string InsertMute = "INSERT INTO {mutes} (muter, muted, muted_at) VALUES ({0}, {1}, {2}) ON CONFLICT DO NOTHING";

    private static readonly Keyset<Person> InOrder = new Keyset<Person>().Ascending(person => person.Number);

    public async Task<FollowAnswer> FollowAsync(int me, Person other, DateTimeOffset now, CancellationToken cancellationToken)
    {
        RequireAnother(me, other);
        var mayFollow = !other.IsPrivate || await db.Follows.AnyAsync(follow => follow.Follower == me && follow.Followee == other.Number, cancellationToken);
        db.OnSave(transaction => edges.FollowAsync(me, other, mayFollow, now, transaction));
        return new(mayFollow, !mayFollow);
    }

    public void Unfollow(int me, Person other) => db.OnSave(cancellationToken => edges.EndAsync(me, other.Number, cancellationToken));

    public void Block(int me, Person other, DateTimeOffset now)
    {
        RequireAnother(me, other);
        db.OnSave(async cancellationToken =>
        {
            // The edges first, which hold both: who follows at the same time comes before, and is undone, or after, and is refused.
            await edges.EndAsync(me, other.Number, cancellationToken);
            await edges.EndAsync(other.Number, me, cancellationToken);
            await db.Database.ExecuteSqlRawAsync(db.Sql(InsertBlock), [me, other.Number, now], cancellationToken);
            changes.Of(me, other.Number);
        });
    }

    public void Unblock(int me, Person other)
    {
        db.OnSave(cancellationToken => db.Blocks.Where(block => block.Blocker == me && block.Blocked == other.Number).ExecuteDeleteAsync(cancellationToken));
        changes.Of(me, other.Number);
    }

    public void Mute(int me, Person other, DateTimeOffset now)
    {
        RequireAnother(me, other);
        db.OnSave(cancellationToken => db.Database.ExecuteSqlRawAsync(db.Sql(InsertMute), [me, other.Number, now], cancellationToken));
        changes.Of(me);
    }

    public void Unmute(int me, Person other)
    {
        db.OnSave(cancellationToken => db.Mutes.Where(mute => mute.Muter == me && mute.Muted == other.Number).ExecuteDeleteAsync(cancellationToken));
        changes.Of(me);
    }

    public void Accept(int me, Person other, DateTimeOffset now) => db.OnSave(async cancellationToken =>
    {
        if (!await edges.AcceptAsync(me, other.Number, now, cancellationToken))
        {
            throw new NotFoundException("twitter.request-not-found", "They did not ask to follow you, or took it back.");
        }
    });

    public void Decline(int me, Person other) => db.OnSave(cancellationToken =>
        db.FollowRequests.Where(request => request.Followee == me && request.Follower == other.Number).ExecuteDeleteAsync(cancellationToken));

    public Task<Page<Author>> ListFollowersAsync(int person, int viewer, PageRequest page, CancellationToken cancellationToken) => ListAsync(
        WithoutBlocks(db.Follows.Where(follow => follow.Followee == person).Select(follow => follow.Follower), viewer), FollowersOf(person, viewer), page, cancellationToken);

    public Task<Page<Author>> ListFollowingAsync(int person, int viewer, PageRequest page, CancellationToken cancellationToken) => ListAsync(
        WithoutBlocks(db.Follows.Where(follow => follow.Follower == person).Select(follow => follow.Followee), viewer), FolloweesOf(person, viewer), page, cancellationToken);

    public async Task<IReadOnlyDictionary<int, Page<Author>>> ListFirstFollowersAsync(
        IReadOnlyList<Person> people, int viewer, int limit, CancellationToken cancellationToken)
    {
        List<int> numbers = [.. people.Select(person => person.Number)];
        var found = numbers.Count == 0 ? [] : await FirstEdges.FollowersOf(db, numbers, viewer, limit + 1)
            .Join(db.People.AsNoTracking(), edge => edge.Follower, person => person.Number, (edge, person) => new { Of = edge.Followee, Person = person })
            .ToListAsync(cancellationToken);
        var byNumber = found.OrderBy(edge => edge.Person.Number).ToLookup(edge => edge.Of, edge => edge.Person);
        return numbers.ToDictionary(number => number, number => byNumber[number].ToList().ToFirstPage(InOrder, FollowersOf(number, viewer), limit).Select(Show));
    }

    public async Task<IReadOnlyDictionary<int, Page<Author>>> ListFirstFollowingAsync(
        IReadOnlyList<Person> people, int viewer, int limit, CancellationToken cancellationToken)
    {
        List<int> numbers = [.. people.Select(person => person.Number)];
        var found = numbers.Count == 0 ? [] : await FirstEdges.FolloweesOf(db, numbers, viewer, limit + 1)
            .Join(db.People.AsNoTracking(), edge => edge.Followee, person => person.Number, (edge, person) => new { Of = edge.Follower, Person = person })
            .ToListAsync(cancellationToken);
        var byNumber = found.OrderBy(edge => edge.Person.Number).ToLookup(edge => edge.Of, edge => edge.Person);
        return numbers.ToDictionary(number => number, number => byNumber[number].ToList().ToFirstPage(InOrder, FolloweesOf(number, viewer), limit).Select(Show));
    }

    public Task<Page<Author>> ListRequestsAsync(int me, PageRequest page, CancellationToken cancellationToken) =>
        ListAsync(db.FollowRequests.Where(request => request.Followee == me).Select(request => request.Follower), $"requests to {me}", page, cancellationToken);

    public Task<Page<Author>> ListBlockedAsync(int me, PageRequest page, CancellationToken cancellationToken) =>
        ListAsync(db.Blocks.Where(block => block.Blocker == me).Select(block => block.Blocked), $"blocked by {me}", page, cancellationToken);

    public Task<Page<Author>> ListMutedAsync(int me, PageRequest page, CancellationToken cancellationToken) =>
        ListAsync(db.Mutes.Where(mute => mute.Muter == me).Select(mute => mute.Muted), $"muted by {me}", page, cancellationToken);

    /// <summary>The name of the list, by which its cursors are known.</summary>
    private static string FollowersOf(int person, int viewer) => $"followers of {person} for {viewer}";

    /// <inheritdoc cref="FollowersOf"/>
    private static string FolloweesOf(int person, int viewer) => $"followees of {person} for {viewer}";

    private static Author Show(Person person) => new(person.UserName, person.DisplayName, person.IsPrivate);

    private static void RequireAnother(int me, Person other)
    {
        if (me == other.Number)
        {
            throw new InvalidException("twitter.own-account", "That is you.", "userName");
        }
    }

    private IQueryable<int> WithoutBlocks(IQueryable<int> numbers, int viewer) => numbers.Where(number =>
        !db.Blocks.Any(block => block.Blocker == viewer && block.Blocked == number) && !db.Blocks.Any(block => block.Blocker == number && block.Blocked == viewer));

    private async Task<Page<Author>> ListAsync(IQueryable<int> numbers, string list, PageRequest page, CancellationToken cancellationToken)
    {
        var people = db.People.AsNoTracking().Where(person => person.LeftAt == null).Join(numbers, person => person.Number, number => number, (person, _) => person);
        return (await people.ToPageAsync(InOrder, list, page, cancellationToken)).Select(Show);
    }
}
