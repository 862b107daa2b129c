using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Twitter.Data;

/// <summary>Which number a user has here: asked with every request, and never another one (TW-11).</summary>
internal sealed class PeopleNumbers(
    [FromKeyedServices(PeopleNumbers.CacheName)] ReadThroughCache<Guid, PersonNumber> numbers,
    IDbContextFactory<TwitterDb> databases,
    IWriter<TwitterDb> writer,
    TimeProvider clock)
{
    public const string CacheName = "twitter.people";

    public static readonly CacheOptions CacheOptions = new() { Limit = 100_000, FirstLevelLifetime = TimeSpan.FromMinutes(10), SecondLevelLifetime = TimeSpan.FromMinutes(30) };

    public static async Task<PersonNumber?> LoadAsync(TwitterDb db, Guid userId, CancellationToken cancellationToken) =>
        await db.People.Where(person => person.UserId == userId).Select(person => new PersonNumber(person.Number)).SingleOrDefaultAsync(cancellationToken);

    public async ValueTask<int> FindAsync(Guid userId, CancellationToken cancellationToken) => (await numbers.GetAsync(userId, cancellationToken))?.Number ?? 0;

    /// <summary>In a transaction of its own, which stands whatever becomes of the request.</summary>
    public async Task<int> EnsureAsync(SignedInUser user, CancellationToken cancellationToken)
    {
        if (await numbers.GetAsync(user.Id, cancellationToken) is { } known)
        {
            return known.Number;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await writer.RunAsync(db, transaction => PeopleRows.MeetAsync(db, user.Id, user.UserName, user.DisplayName, clock.Now(), transaction), cancellationToken);
        await numbers.RemoveAsync(user.Id);
        return (await LoadAsync(db, user.Id, cancellationToken))!.Number;
    }

    public Task ForgetAsync(Guid userId) => numbers.RemoveAsync(userId);
}
