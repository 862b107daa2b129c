using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Twitter.Data;
using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Recommendations;

namespace SystemDesign.Tests.Integration.Twitter;

[Trait("Mission", "A3")]
public sealed class RecommendationTests(App app) : IClassFixture<App>
{
    private const int Many = 100_000;

    private const int Talkative = 300;

    [Fact]
    public async Task TW_10_Friends_of_friends_come_by_how_many_follow_them_and_say_through_whom()
    {
        var people = await Explorer.JoinAsync(app, 9);
        var (me, friends, candidates) = (people[0], people.Skip(1).Take(4).ToList(), people.Skip(5).ToList());
        await me.FollowAsync(friends);
        await friends[0].FollowAsync(candidates[0], candidates[2]);
        await friends[1].FollowAsync(candidates[0], candidates[3], candidates[1]);
        await friends[2].FollowAsync(candidates[0], candidates[3]);
        await friends[3].FollowAsync(candidates[0]);

        var recommended = await me.RecommendedAsync();
        var first = (await me.PageAsync<Explorer.RecommendedBody>("recommendations?limit=1")).Items;

        Assert.Equal(
            [(candidates[0].UserName, 4), (candidates[3].UserName, 2), (candidates[1].UserName, 1), (candidates[2].UserName, 1)],
            recommended.Select(one => (one.Person.UserName, one.CommonFollows)));
        Assert.Equal(friends.Take(3).Select(friend => friend.UserName), recommended[0].Through);
        Assert.Equal([friends[1].UserName, friends[2].UserName], recommended[1].Through);
        Assert.Equal(candidates[0].UserName, Assert.Single(first).Person.UserName);
    }

    [Theory]
    [InlineData("I follow them")]
    [InlineData("I asked to follow them")]
    [InlineData("I block them")]
    [InlineData("they block me")]
    [InlineData("I mute them")]
    [InlineData("they have left")]
    public async Task TW_10_Nobody_is_recommended_when(string reason)
    {
        var people = await Explorer.JoinAsync(app, 4);
        var (me, friend, other, left) = (people[0], people[1], people[2], people[3]);
        await me.FollowAsync(friend);
        await friend.FollowAsync(me, other, left);
        Assert.Equal([other.UserName, left.UserName], (await me.RecommendedAsync()).Select(one => one.Person.UserName));

        await (reason switch
        {
            "I follow them" => me.FollowAsync(left),
            "I asked to follow them" => AskAsync(me, left),
            "I block them" => me.BlockAsync(left),
            "they block me" => left.BlockAsync(me),
            "I mute them" => me.MuteAsync(left),
            _ => LeaveAsync(left),
        });

        Assert.Equal([other.UserName], (await me.RecommendedAsync()).Select(one => one.Person.UserName));
    }

    [Fact]
    public async Task A_friend_who_has_left_is_no_reason()
    {
        var people = await Explorer.JoinAsync(app, 4);
        var (me, friend, gone, candidate) = (people[0], people[1], people[2], people[3]);
        await me.FollowAsync(friend, gone);
        await friend.FollowAsync(candidate);
        await gone.FollowAsync(candidate);

        await LeaveAsync(gone);

        var recommended = Assert.Single(await me.RecommendedAsync());
        Assert.Equal((candidate.UserName, 1, friend.UserName), (recommended.Person.UserName, recommended.CommonFollows, Assert.Single(recommended.Through)));
    }

    [Fact]
    public async Task Whoever_is_new_is_shown_those_with_the_most_followers_who_are_not_private()
    {
        await using var alone = new App();
        var people = await Explorer.JoinAsync(alone, 5);
        var (me, known, hidden, blocking, fan) = (people[0], people[1], people[2], people[3], people[4]);
        await fan.FollowAsync(known, hidden, blocking);
        await me.FollowAsync(hidden);
        await blocking.FollowAsync(known, hidden);
        await hidden.GoPrivateAsync();
        await blocking.BlockAsync(known);
        var newcomer = await Explorer.JoinAsync(alone);
        await blocking.BlockAsync(newcomer);

        var recommended = await newcomer.RecommendedAsync();

        var registered = recommended.Select(one => one.Person.UserName).Where(name => name.StartsWith("user_", StringComparison.Ordinal));
        Assert.Equal([known.UserName, me.UserName, fan.UserName], registered);
        Assert.All(recommended, one => Assert.Equal((0, 0), (one.CommonFollows, one.Through.Length)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("51")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task Refuses_a_limit_that_is_none(string limit)
    {
        using var me = await Explorer.JoinAsync(app);

        using var recommendations = await me.Client.GetAsync($"/api/twitter/recommendations?limit={limit}");
        using var trends = await me.Client.GetAsync($"/api/twitter/trends?limit={limit}");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (recommendations.StatusCode, trends.StatusCode));
        Assert.Contains("limit", (await recommendations.ProblemAsync()).Errors!.Keys);
        Assert.Contains("limit", (await trends.ProblemAsync()).Errors!.Keys);
    }

    /// <summary>Everybody follows the first one, who follows everybody; and the last ones follow some hundreds each.</summary>
    [Fact]
    public async Task TW_10_Of_a_hundred_thousand_edges_no_more_than_forty_thousand_are_read()
    {
        await using var alone = new App();
        await using var scope = alone.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TwitterDb>();
        await BuildAsync(db, scope.ServiceProvider.GetRequiredService<IWriter<TwitterDb>>());
        var numbers = await db.People.Where(person => person.Bio == "many").OrderBy(person => person.Number).Select(person => person.Number).ToListAsync();
        var me = numbers[0];

        var touched = await RowsOfFollowsAsync(db, me);
        var recommended = await scope.ServiceProvider.GetRequiredService<IRecommendations>().FriendsOfFriendsAsync(me, 10, CancellationToken.None);

        // Each of the sampled ones follows those who have joined just before all of them, and so also people whom nobody of mine follows.
        Assert.InRange(touched, FriendsOfFriends.Friends, FriendsOfFriends.Friends + (2 * FriendsOfFriends.Friends * FriendsOfFriends.FollowsOfEach));
        Assert.Equal(10, recommended.Count);
        Assert.All(recommended, one => Assert.Equal((FriendsOfFriends.Friends, 3), (one.CommonFollows, one.Through.Count)));
    }

    private static async Task AskAsync(Explorer me, Explorer other)
    {
        await other.GoPrivateAsync();
        await me.FollowAsync(other);
    }

    private async Task LeaveAsync(Explorer somebody)
    {
        await somebody.LeaveAsync();
        await app.DrainAsync();
    }

    private static async Task BuildAsync(TwitterDb db, IWriter<TwitterDb> writer)
    {
        db.AddMany([.. Enumerable.Range(0, Many + Talkative + 1).Select(number => new Person
        {
            UserId = Guid.CreateVersion7(),
            UserName = $"many_{number}",
            NameKey = $"many_{number}",
            DisplayName = "Many",
            Bio = "many",
            JoinedAt = DateTimeOffset.UnixEpoch,
        })]);
        await writer.SaveAsync(db, CancellationToken.None);
        var numbers = await db.People.Where(person => person.Bio == "many").OrderBy(person => person.Number).Select(person => person.Number).ToListAsync();
        var (me, strangers, friends) = (numbers[0], numbers[1..(Talkative + 1)], numbers[(Talkative + 1)..]);
        db.AddMany([.. friends.Select(friend => Edge(me, friend))]);
        db.AddMany([.. friends.Select(friend => Edge(friend, me))]);
        db.AddMany([.. friends.TakeLast(Talkative).SelectMany(friend => strangers.Select(stranger => Edge(friend, stranger)))]);
        await writer.SaveAsync(db, CancellationToken.None);
    }

    private static Follow Edge(int follower, int followee) =>
        new() { Follower = follower, Followee = followee, FollowedAt = DateTimeOffset.UnixEpoch, PushedSince = Guid.AllBitsSet };

    /// <summary>
    /// As PostgreSQL counts them. SQLite does not: there, that each step is a search, never a scan, and the limits stand in the statement.
    /// </summary>
    private static async Task<int> RowsOfFollowsAsync(TwitterDb db, int me)
    {
        object[] values = [me, FriendsOfFriends.Friends, FriendsOfFriends.FollowsOfEach, 10, 3];
        if (db.Database.IsSqlite())
        {
            var plan = await PlanOf.SqliteAsync(db, FriendsOfFriends.OnSqlite, values);
            Assert.Contains(plan, line => line.StartsWith("SEARCH my ", StringComparison.Ordinal));
            Assert.Contains(plan, line => line.StartsWith("SEARCH their ", StringComparison.Ordinal));
            string[] tables = ["my", "their", "people", "follows", "follow_requests", "blocks", "mutes"];
            Assert.DoesNotContain(plan, line => tables.Any(table => line == $"SCAN {table}" || line.StartsWith($"SCAN {table} ", StringComparison.Ordinal)));
            object[] limits = [me, FriendsOfFriends.Friends, FriendsOfFriends.FollowsOfEach];
            return await db.Database.SqlQueryRaw<int>(db.Sql(FriendsOfFriends.EdgesOnSqlite + " SELECT count(*) AS \"Value\" FROM edges"), limits).SingleAsync();
        }

        return await PlanOf.RowsReadAsync(db, FriendsOfFriends.OnPostgres, "follows", values);
    }
}
