using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Outbox;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Tests.Integration.Analytics;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.Users.Data;

namespace SystemDesign.Tests.Integration.Users;

public sealed class DeleteTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_deleted_account_cannot_sign_in_and_its_name_is_free()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        var tokens = await client.TokensAsync(somebody);

        using var deleted = await client.Bearing(tokens.AccessToken).LeaveAsync(somebody.Password);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);

        using var login = await client.LogInAsync(somebody.UserName, somebody.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, login.StatusCode);
        using var refresh = await client.RefreshAsync(tokens.RefreshToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refresh.StatusCode);
        using var again = await client.LeaveAsync(somebody.Password);
        Assert.Equal("session-ended", (await again.ProblemAsync()).Code);
        using var registered = await client.RegisterAsync(somebody);
        Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_deletes_nothing_and_is_counted()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);

        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await client.LeaveAsync("not the password");
            var problem = await wrong.ProblemAsync();
            Assert.Equal((401, "users.wrong-credentials"), (problem.Status, problem.Code));
            Assert.Contains("password", problem.Errors!.Keys);
        }

        using var locked = await client.LeaveAsync(somebody.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        using var me = await client.GetAsync(new Uri("/api/users/me", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, me.StatusCode);
    }

    [Fact]
    public async Task Nothing_that_was_told_names_who_has_left()
    {
        await using var own = new App(AnalyticsSteps.NoHaste);
        using var client = own.Anonymous();
        var somebody = Somebody.New() with { UserName = "forgotten", DisplayName = "Forgotten Person" };
        using var registered = await client.RegisterAsync(somebody);
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        using var renamed = await client.EditAsync("/api/users/me", """{"displayName":"Renamed Person"}""");
        using var other = await own.Anonymous().SignedInAsync();
        await own.DrainAsync();
        Assert.Equal(2, await PayloadsAsync(own, "forgotten"));

        using var deleted = await client.LeaveAsync(somebody.Password);
        await own.DrainAsync();
        await ActivatorUtilities.CreateInstance<OutboxSweep<UsersDb>>(own.Services).RunAsync(CancellationToken.None);

        Assert.Equal((0, 0), (await PayloadsAsync(own, "forgotten"), await PayloadsAsync(own, "Person\"")));
        Assert.NotEqual(0, await PayloadsAsync(own, "Person user_"));
    }

    [Fact]
    public async Task Of_50_deletions_at_once_one_succeeds()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.LeaveAsync(somebody.Password)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.NoContent), answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
    }

    [Fact]
    public async Task Whoever_leaves_takes_their_links_along_and_nobody_elses()
    {
        using var leaver = await app.Anonymous().SignedInAsync();
        using var other = app.Anonymous();
        var somebody = await other.RegisteredAsync();
        other.Bearing((await other.TokensAsync(somebody)).AccessToken);
        using var theirs = await other.ShortenAsync("https://example.org/leaves");
        var gone = (await theirs.ReadAsync<LinkBody>()).Code;
        using var mine = await leaver.ShortenAsync("https://example.org/stays");
        var stays = (await mine.ReadAsync<LinkBody>()).Code;
        using (var before = await other.GetAsync(new Uri($"/s/{gone}", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.Found, before.StatusCode);
        }

        using var deleted = await other.LeaveAsync(somebody.Password);
        await app.DrainAsync();
        await app.Services.GetRequiredService<EraseDeparted>().RunAsync(CancellationToken.None);

        using var after = await other.GetAsync(new Uri($"/s/{gone}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, after.StatusCode);
        using var left = await other.GetAsync(new Uri($"/s/{stays}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Found, left.StatusCode);
    }

    private static async Task<int> PayloadsAsync(App app, string text)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UsersDb>>().CreateDbContextAsync();
        return await db.Set<OutboxEvent>().CountAsync(row => row.Payload.Contains(text));
    }
}
