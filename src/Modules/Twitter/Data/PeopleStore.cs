using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Identity;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Caching;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Data;

internal sealed class PeopleStore(
    TwitterDb db,
    PeopleNumbers numbers,
    Privacy privacy,
    Changes changes,
    BellOf<EraseDeparted> erasures,
    [FromKeyedServices(TrendingTags.CacheName)] ReadThroughCache<int, TrendingTags> trends) : IPeople
{
    public Task<int> EnsureAsync(SignedInUser user, CancellationToken cancellationToken) => numbers.EnsureAsync(user, cancellationToken);

    public ValueTask<int> NumberOfAsync(Guid userId, CancellationToken cancellationToken) => numbers.FindAsync(userId, cancellationToken);

    public async Task<Person> RequireAsync(string userName, int viewer, CancellationToken cancellationToken)
    {
        var person = await RequireWhoeverAsync(userName, cancellationToken);
        return await db.Blocks.AnyAsync(block => block.Blocker == person.Number && block.Blocked == viewer, cancellationToken) ? throw Person.NotFound() : person;
    }

    public async Task<Person> RequireWhoeverAsync(string userName, CancellationToken cancellationToken)
    {
        var key = Person.KeyOf(userName);
        return await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.NameKey == key, cancellationToken) ?? throw Person.NotFound();
    }

    public async Task<Person> RequireVisibleAsync(string userName, int viewer, CancellationToken cancellationToken)
    {
        var person = await RequireAsync(userName, viewer, cancellationToken);
        if (await db.Blocks.AnyAsync(block => block.Blocker == viewer && block.Blocked == person.Number, cancellationToken))
        {
            throw Person.Blocked();
        }

        return !person.IsPrivate
            || person.Number == viewer
            || await db.Follows.AnyAsync(follow => follow.Follower == viewer && follow.Followee == person.Number, cancellationToken)
                ? person
                : throw Person.Hidden();
    }

    public async Task<Author> DescribeAsync(int number, CancellationToken cancellationToken) =>
        await db.People.Where(person => person.Number == number && person.LeftAt == null)
            .Select(person => new Author(person.UserName, person.DisplayName, person.IsPrivate)).SingleOrDefaultAsync(cancellationToken)
        ?? throw new UnauthenticatedException("unauthenticated", "This account is no more.");

    public Task<Profile> ShowAsync(Person person, int viewer, CancellationToken cancellationToken) => ShowAsync(person.Number, viewer, cancellationToken);

    public async Task<Profile> ShowAsync(int number, int viewer, CancellationToken cancellationToken) =>
        await ProfilesOf(db.People.Where(person => person.Number == number && person.LeftAt == null), viewer).SingleOrDefaultAsync(cancellationToken) ?? throw Person.NotFound();

    public async Task<IReadOnlyList<Profile>> ShowAsync(IReadOnlyCollection<string> userNames, int viewer, CancellationToken cancellationToken) =>
        await ProfilesOf(NotBlocking(viewer, userNames), viewer).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Person>> FindVisibleAsync(IReadOnlyCollection<string> userNames, int viewer, CancellationToken cancellationToken) =>
        await NotBlocking(viewer, userNames).AsNoTracking()
            .Where(person => !db.Blocks.Any(block => block.Blocker == viewer && block.Blocked == person.Number))
            .Where(person => !person.IsPrivate || person.Number == viewer || db.Follows.Any(follow => follow.Follower == viewer && follow.Followee == person.Number))
            .ToListAsync(cancellationToken);

    public void Remember(Guid userId, string userName, string displayName, DateTimeOffset joinedAt)
    {
        db.OnSave(cancellationToken => PeopleRows.RememberAsync(db, userId, userName, displayName, joinedAt, cancellationToken));
        db.OnCommitted(() => numbers.ForgetAsync(userId));
    }

    public void Rename(Guid userId, string userName, string displayName, DateTimeOffset now)
    {
        db.OnSave(cancellationToken => PeopleRows.RenameAsync(db, userId, userName, displayName, now, cancellationToken));
        db.OnCommitted(() => numbers.ForgetAsync(userId));
        db.OnSave(async cancellationToken => changes.Of(await NumbersOfAsync(userId, cancellationToken)));
    }

    public void Change(int number, string? bio, bool? isPrivate, DateTimeOffset now)
    {
        if (bio is not null)
        {
            db.OnSave(cancellationToken => db.People.Where(person => person.Number == number && person.LeftAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(person => person.Bio, bio), cancellationToken));
        }

        if (isPrivate is { } closed)
        {
            db.OnSave(cancellationToken => privacy.SetAsync(number, closed, now, cancellationToken));
            changes.Of(number);
            db.OnCommitted(() => trends.RemoveAsync(TrendingTags.Key));
        }
    }

    public void Leave(Guid userId, DateTimeOffset leftAt)
    {
        db.OnSave(cancellationToken => PeopleRows.BuryAsync(db, userId, leftAt, cancellationToken));
        db.OnSave(async cancellationToken => changes.Of(await NumbersOfAsync(userId, cancellationToken)));
        db.OnCommitted(() =>
        {
            erasures.Ring();
            return numbers.ForgetAsync(userId);
        });
        db.OnCommitted(() => trends.RemoveAsync(TrendingTags.Key));
    }

    private Task<int[]> NumbersOfAsync(Guid userId, CancellationToken cancellationToken) =>
        db.People.Where(person => person.UserId == userId).Select(person => person.Number).ToArrayAsync(cancellationToken);

    private IQueryable<Person> NotBlocking(int viewer, IReadOnlyCollection<string> userNames)
    {
        List<string> keys = [.. userNames.Select(Person.KeyOf).Distinct(StringComparer.Ordinal)];
        return db.People.Where(person => keys.Contains(person.NameKey!) && !db.Blocks.Any(block => block.Blocker == person.Number && block.Blocked == viewer));
    }

    private IQueryable<Profile> ProfilesOf(IQueryable<Person> people, int viewer) => people.Select(person => new Profile(
        person.UserName,
        person.DisplayName,
        person.Bio,
        person.IsPrivate,
        person.Number == viewer
            || ((!person.IsPrivate || db.Follows.Any(follow => follow.Follower == viewer && follow.Followee == person.Number))
                && !db.Blocks.Any(block => block.Blocker == viewer && block.Blocked == person.Number)) ? person.Tweets : 0,
        person.Followers,
        person.Following,
        person.JoinedAt,
        new Relation(
            db.Follows.Any(follow => follow.Follower == viewer && follow.Followee == person.Number),
            db.FollowRequests.Any(request => request.Follower == viewer && request.Followee == person.Number),
            db.Follows.Any(follow => follow.Follower == person.Number && follow.Followee == viewer),
            db.Blocks.Any(block => block.Blocker == viewer && block.Blocked == person.Number),
            db.Mutes.Any(mute => mute.Muter == viewer && mute.Muted == person.Number))));
}
