using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Caching;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Recommendations;

namespace SystemDesign.Twitter.Data;

internal sealed class Recommendations(
    TwitterDb db, [FromKeyedServices(MostFollowed.CacheName)] ReadThroughCache<int, MostFollowed> mostFollowed) : IRecommendations
{
    private const int MaximumThrough = 3;

    public async Task<IReadOnlyList<Recommendation>> FriendsOfFriendsAsync(int me, int limit, CancellationToken cancellationToken)
    {
        var statement = db.Sql(db.Database.IsSqlite() ? FriendsOfFriends.OnSqlite : FriendsOfFriends.OnPostgres);
        object[] values = [me, FriendsOfFriends.Friends, FriendsOfFriends.FollowsOfEach, limit, MaximumThrough];
        var rows = await db.Database.SqlQueryRaw<RecommendedRow>(statement, values).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.Number, row.UserName, row.DisplayName, row.IsPrivate, row.Common), row => row.Friend).Select(one =>
                new Recommendation(new(one.Key.UserName, one.Key.DisplayName, one.Key.IsPrivate), one.Key.Common, [.. one])),
        ];
    }

    /// <summary>As they are now: what is kept of them is only who they are.</summary>
    public async Task<IReadOnlyList<Recommendation>> MostFollowedAsync(int me, int limit, CancellationToken cancellationToken)
    {
        var numbers = (await mostFollowed.GetAsync(MostFollowed.Key, cancellationToken))!.Numbers;
        return await db.People.AsNoTracking()
            .Where(person => EF.Parameter(numbers).Contains(person.Number) && person.Number != me && !person.IsPrivate && person.LeftAt == null)
            .Where(person => !db.Follows.Any(follow => follow.Follower == me && follow.Followee == person.Number)
                && !db.FollowRequests.Any(request => request.Followee == person.Number && request.Follower == me)
                && !db.Blocks.Any(block => block.Blocker == me && block.Blocked == person.Number)
                && !db.Blocks.Any(block => block.Blocker == person.Number && block.Blocked == me)
                && !db.Mutes.Any(mute => mute.Muter == me && mute.Muted == person.Number))
            .OrderByDescending(person => person.Followers).ThenBy(person => person.Number).Take(limit)
            .Select(person => new Recommendation(new Author(person.UserName, person.DisplayName, person.IsPrivate), 0, Array.Empty<string>()))
            .ToListAsync(cancellationToken);
    }
}
