using System.Text.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>
/// What is private, or behind a block, or of somebody who left, is in nothing that anybody reads who may not see it: every read route, for
/// every relation that there can be.
/// </summary>
[Trait("Mission", "A3")]
public sealed class PrivacyMatrixTests
{
    [Fact]
    public async Task Nobody_reads_by_any_route_what_they_may_not_see_and_who_may_finds_it()
    {
        await using var app = new App();
        var failures = new List<string>();
        foreach (var @case in await CasesAsync(app))
        {
            foreach (var route in PrivacyRoutes.All)
            {
                var leaks = await FindAsync(@case, route);
                if (route.HidesFrom(@case) && leaks.Count > 0)
                {
                    failures.Add($"{@case.Relation}: {string.Join(", ", leaks)} shows it.");
                }
                else if (route.ShowsTo(@case) && leaks.Count == 0)
                {
                    failures.Add($"{@case.Relation}: {route.Template} does not show it.");
                }
            }

            await CompareCountsAsync(@case, failures);
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    [Fact]
    public async Task The_matrix_knows_every_route_that_can_be_read()
    {
        await using var app = new App();
        using var client = app.Anonymous();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/swagger/twitter/swagger.json"));

        var readable = document.RootElement.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("get", out _))
            .Select(path => path.Name[$"{TwitterSteps.Api}/".Length..])
            .ToList();

        Assert.NotEmpty(readable);
        Assert.Equal(readable.Order(), PrivacyRoutes.All.Select(route => route.Template).Order());
    }

    private static async Task<IReadOnlyList<PrivacyCase>> CasesAsync(App app)
    {
        var open = await PrivacyWorld.MakeAsync(await app.PersonAsync(), await app.PersonAsync());
        var closed = await PrivacyWorld.MakeAsync(await app.PersonAsync(), await app.PersonAsync());
        var (leaver, password) = await app.AccountAsync();
        var left = await PrivacyWorld.MakeAsync(leaver, await app.PersonAsync());

        var viewers = await app.PeopleAsync(13);
        var (stranger, follower, blocked, blockedFollower, blocks, mutes) = (viewers[0], viewers[1], viewers[2], viewers[3], viewers[4], viewers[5]);
        var (closedFollower, closedStranger, asking, former, declined, removed, leftFollower) =
            (viewers[6], viewers[7], viewers[8], viewers[9], viewers[10], viewers[11], viewers[12]);

        await Task.WhenAll(new[] { follower, blockedFollower, blocks, mutes }.Select(viewer => viewer.FollowAsync(open.Author)));
        await open.Author.BlockAsync(blocked);
        await open.Author.BlockAsync(blockedFollower);
        await blocks.BlockAsync(open.Author);
        await mutes.MuteAsync(open.Author);

        await Task.WhenAll(new[] { closedFollower, former, removed }.Select(viewer => viewer.FollowAsync(closed.Author)));
        await closed.Author.GoPrivateAsync();
        await former.UnfollowAsync(closed.Author);
        await closed.Author.BlockAsync(removed);
        await closed.Author.DoneAsync("DELETE", $"users/{removed.Name}/block");
        await asking.FollowAsync(closed.Author);
        await declined.FollowAsync(closed.Author);
        await closed.Author.DoneAsync("DELETE", $"follow-requests/{declined.Name}");

        await leftFollower.FollowAsync(left.Author);

        // So that what leads to the author stands in their feeds.
        await Task.WhenAll(new[] { blocked, blockedFollower, blocks }.Select(viewer => viewer.FollowAsync(open.Bystander)));
        await Task.WhenAll(new[] { closedStranger, asking, former, declined, removed }.Select(viewer => viewer.FollowAsync(closed.Bystander)));
        await leftFollower.FollowAsync(left.Bystander);
        await app.LeaveAsync(leaver, password);

        return
        [
            new("The author of what is public", open, open.Author, MaySee: true),
            new("A stranger to who is public", open, stranger, MaySee: true),
            new("One whom nobody knows yet", open, app.Unknown(), MaySee: true),
            new("A follower of who is public", open, follower, MaySee: true, IsFollowing: true),
            new("One whom the author blocks", open, blocked, MaySee: false, IsBlocked: true),
            new("A follower whom the author blocked", open, blockedFollower, MaySee: false, IsBlocked: true),
            new("One who blocks the author", open, blocks, MaySee: false, IsBlocked: true),
            new("A follower who mutes the author", open, mutes, MaySee: true, IsFollowing: true, IsMuting: true),
            new("The author of what is private", closed, closed.Author, MaySee: true),
            new("A follower of who is private", closed, closedFollower, MaySee: true, IsFollowing: true),
            new("A stranger to who is private", closed, closedStranger, MaySee: false),
            new("One whom nobody knows yet, to who is private", closed, app.Unknown(), MaySee: false),
            new("One who asked to follow who is private", closed, asking, MaySee: false),
            new("One who was declined by who is private", closed, declined, MaySee: false),
            new("One who followed who is private, and ended it", closed, former, MaySee: false),
            new("One whom who is private blocked, and blocks no more", closed, removed, MaySee: false),
            new("A follower of who has left", left, leftFollower, MaySee: false),
            new("A stranger to who has left", left, stranger, MaySee: false),
        ];
    }

    private static async Task<IReadOnlyList<string>> FindAsync(PrivacyCase @case, PrivacyRoute route)
    {
        var found = new List<string>();
        foreach (var path in route.PathsIn(@case.World))
        {
            using var response = await @case.Viewer.Client.GetAsync($"{TwitterSteps.Api}/{path}");
            Assert.True((int)response.StatusCode < 500, $"{path}: {response.StatusCode}");
            if (@case.World.IsIn(await response.Content.ReadAsStringAsync()))
            {
                found.Add(path);
            }
        }

        return found;
    }

    /// <summary>What one may not see, one does not see counted.</summary>
    private static async Task CompareCountsAsync(PrivacyCase @case, List<string> failures)
    {
        var root = await @case.Viewer.TweetAsync(@case.World.Root.Id);
        var expected = @case.MaySee ? (1, 1) : (0, 0);
        if ((root.Replies, root.Quotes) != expected)
        {
            failures.Add($"{@case.Relation}: replies and quotes are counted as {(root.Replies, root.Quotes)}.");
        }

        using var response = await @case.Viewer.Client.GetAsync($"{TwitterSteps.Api}/users/{@case.World.Author.Name}");
        if (!@case.MaySee && response.IsSuccessStatusCode && (await response.ReadAsync<ProfileBody>()).Tweets is > 0 and var tweets)
        {
            failures.Add($"{@case.Relation}: {tweets} tweets are counted in the profile.");
        }
    }
}
