using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Users.Data;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Tests.Integration.Users;

public sealed class SessionTests(App app) : IClassFixture<App>
{
    private const string List = "/api/users/sessions";

    [Fact]
    public async Task Lists_where_i_am_signed_in_the_newest_first()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        Assert.True(client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"  Browser/1.0 {new string('x', 300)}"));
        var first = await client.TokensAsync(somebody);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(client.DefaultRequestHeaders.Remove("User-Agent"));
        var second = await client.TokensAsync(somebody);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var refreshed = await client.RefreshAsync(first.RefreshToken);
        client.Bearing((await refreshed.ReadAsync<TokensBody>()).AccessToken);

        var page = await ListAsync(client);

        Assert.Null(page.Next);
        Assert.Collection(
            page.Items,
            session =>
            {
                Assert.Equal((false, (string?)null, session.CreatedAt), (session.Current, session.UserAgent, session.LastUsedAt));
                Assert.Equal(session.CreatedAt.AddDays(30), session.ExpiresAt);
            },
            session =>
            {
                Assert.Equal((true, 200), (session.Current, session.UserAgent!.Length));
                Assert.StartsWith("Browser/1.0 xxx", session.UserAgent, StringComparison.Ordinal);
                Assert.Equal(session.CreatedAt.AddMinutes(2), session.LastUsedAt);
                Assert.Equal(session.LastUsedAt.AddDays(30), session.ExpiresAt);
            });
        Assert.NotEqual(first.AccessToken, second.AccessToken);
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        for (var login = 0; login < 5; login++)
        {
            client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        }

        var all = await ListAsync(client);
        var first = await ListAsync(client, "?limit=3");
        var second = await ListAsync(client, $"?limit=3&cursor={first.Next}");

        Assert.Equal(5, all.Items.Length);
        Assert.Equal(all.Items, first.Items.Concat(second.Items));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Neither_others_sessions_are_listed_nor_what_ended_or_expired()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        await client.TokensAsync(somebody);
        app.Clock.Advance(TimeSpan.FromDays(30));
        var ended = await client.TokensAsync(somebody);
        using var loggedOut = await app.Anonymous().Bearing(ended.AccessToken).PostAsync("/api/users/logout", null);
        Assert.Equal(HttpStatusCode.NoContent, loggedOut.StatusCode);
        using var other = await app.Anonymous().SignedInAsync();
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);

        Assert.True(Assert.Single((await ListAsync(client)).Items).Current);
    }

    [Fact]
    public async Task Ends_a_session_elsewhere_at_once_and_no_other()
    {
        using var here = app.Anonymous();
        var somebody = await here.RegisteredAsync();
        var other = await here.TokensAsync(somebody);
        here.Bearing((await here.TokensAsync(somebody)).AccessToken);
        using var elsewhere = app.Anonymous().Bearing(other.AccessToken);
        using var before = await elsewhere.GetAsync("/api/users/me");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        var id = (await ListAsync(here)).Items.Single(session => !session.Current).Id;

        using var ended = await here.DeleteAsync($"{List}/{id}");

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        using var after = await elsewhere.GetAsync("/api/users/me");
        Assert.Equal("session-ended", (await after.ProblemAsync()).Code);
        using var refresh = await elsewhere.RefreshAsync(other.RefreshToken);
        Assert.Equal("users.refresh-refused", (await refresh.ProblemAsync()).Code);
        Assert.True(Assert.Single((await ListAsync(here)).Items).Current);
    }

    [Fact]
    public async Task Whoever_logs_out_is_out_at_once_here_and_nowhere_else()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        var (here, elsewhere) = (await client.TokensAsync(somebody), await client.TokensAsync(somebody));
        client.Bearing(here.AccessToken);
        using var before = await client.GetAsync("/api/users/me");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        using var loggedOut = await client.PostAsync("/api/users/logout", null);

        Assert.Equal(HttpStatusCode.NoContent, loggedOut.StatusCode);
        foreach (var path in new[] { "/api/users/me", "/api/url-shortener/links" })
        {
            using var after = await client.GetAsync(path);
            Assert.Equal("session-ended", (await after.ProblemAsync()).Code);
            Assert.Equal("Bearer", Assert.Single(after.Headers.WwwAuthenticate).Scheme);
        }

        using var refresh = await client.RefreshAsync(here.RefreshToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refresh.StatusCode);
        using var other = await app.Anonymous().Bearing(elsewhere.AccessToken).GetAsync("/api/users/me");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task What_is_open_to_all_is_open_to_the_token_of_an_ended_session()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        using var loggedOut = await client.PostAsync("/api/users/logout", null);

        using var login = await client.LogInAsync(somebody.UserName, somebody.Password);

        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
    }

    [Fact]
    public async Task A_refresh_token_shown_twice_ends_the_access_tokens_too()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        var stolen = await client.TokensAsync(somebody);
        using var exchanged = await client.RefreshAsync(stolen.RefreshToken);
        client.Bearing((await exchanged.ReadAsync<TokensBody>()).AccessToken);
        using var before = await client.GetAsync("/api/users/me");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        using var again = await client.RefreshAsync(stolen.RefreshToken);

        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        using var after = await client.GetAsync("/api/users/me");
        Assert.Equal("session-ended", (await after.ProblemAsync()).Code);
    }

    [Fact]
    public async Task Somebody_elses_session_is_none_and_lives_on()
    {
        using var victim = await app.Anonymous().SignedInAsync();
        var id = Assert.Single((await ListAsync(victim)).Items).Id;
        using var other = await app.Anonymous().SignedInAsync();

        using var response = await other.DeleteAsync($"{List}/{id}");

        Assert.Equal("users.session-not-found", (await response.ProblemAsync()).Code);
        Assert.Single((await ListAsync(victim)).Items);
    }

    [Fact]
    public async Task There_is_no_unknown_session()
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var unknown = await client.DeleteAsync($"{List}/{Guid.CreateVersion7()}");
        using var nonsense = await client.DeleteAsync($"{List}/nonsense");

        Assert.Equal("users.session-not-found", (await unknown.ProblemAsync()).Code);
        Assert.Equal(HttpStatusCode.NotFound, nonsense.StatusCode);
    }

    [Fact]
    public async Task Of_50_that_end_one_session_at_once_one_succeeds()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        await client.TokensAsync(somebody);
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        var id = (await ListAsync(client)).Items.Single(session => !session.Current).Id;

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.DeleteAsync($"{List}/{id}")));

        Assert.Single(responses, response => response.StatusCode is HttpStatusCode.NoContent);
        Assert.Equal(49, responses.Count(response => response.StatusCode is HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Of_50_log_outs_at_once_none_fails()
    {
        using var client = await app.Anonymous().SignedInAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.PostAsync("/api/users/logout", null)));

        Assert.Contains(responses, response => response.StatusCode is HttpStatusCode.NoContent);
        Assert.All(responses, response => Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NoContent, HttpStatusCode.Unauthorized }));
    }

    [Fact]
    public async Task A_session_that_has_expired_is_swept()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        await client.TokensAsync(somebody);
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        using var me = await client.GetAsync("/api/users/me");
        var id = (await me.ReadAsync<AccountBody>()).Id;
        using var loggedOut = await client.PostAsync("/api/users/logout", null);

        app.Clock.Advance(TimeSpan.FromDays(29));
        await client.TokensAsync(somebody);
        await SweepAsync();
        Assert.Equal(3, await CountAsync(id));

        app.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync();
        Assert.Equal(1, await CountAsync(id));
    }

    private static async Task<PageBody<SessionBody>> ListAsync(HttpClient client, string query = "")
    {
        using var response = await client.GetAsync(List + query);
        return await response.ReadAsync<PageBody<SessionBody>>();
    }

    private async Task SweepAsync() => await app.Services.GetRequiredService<ExpiredRows<UsersDb, Session>>().SweepAsync(CancellationToken.None);

    private async Task<int> CountAsync(Guid userId)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UsersDb>>().CreateDbContextAsync();
        return await db.Sessions.CountAsync(session => session.UserId == userId);
    }
}
