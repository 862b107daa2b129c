using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Users;

public sealed class PasswordTests(App app) : IClassFixture<App>
{
    private const string Another = "another password";

    [Fact]
    public async Task From_now_on_the_new_password_opens_the_account_and_the_old_one_does_not()
    {
        using var client = app.Anonymous();
        var (somebody, _) = await SignInAsync(client);

        using var changed = await client.ChangePasswordAsync(somebody.Password, Another);

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        using var old = await client.LogInAsync(somebody.UserName, somebody.Password);
        Assert.Equal("users.wrong-credentials", (await old.ProblemAsync()).Code);
        using var @new = await client.LogInAsync(somebody.UserName, Another);
        Assert.Equal(HttpStatusCode.OK, @new.StatusCode);
    }

    [Fact]
    public async Task All_other_sessions_end_at_once_and_this_one_goes_on()
    {
        using var here = app.Anonymous();
        var (somebody, mine) = await SignInAsync(here);
        using var elsewhere = app.Anonymous();
        var other = await elsewhere.TokensAsync(somebody);
        Assert.Equal(HttpStatusCode.OK, await StatusOfMeAsync(elsewhere.Bearing(other.AccessToken)));

        using var changed = await here.ChangePasswordAsync(somebody.Password, Another);

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        using var refused = await elsewhere.GetAsync("/api/users/me");
        Assert.Equal("session-ended", (await refused.ProblemAsync()).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, await RefreshAsync(elsewhere, other));
        Assert.Equal(HttpStatusCode.OK, await StatusOfMeAsync(here));
        Assert.Equal(HttpStatusCode.OK, await RefreshAsync(here, mine));
    }

    [Fact]
    public async Task A_wrong_password_changes_nothing_and_is_counted()
    {
        using var client = app.Anonymous();
        var (somebody, _) = await SignInAsync(client);

        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await client.ChangePasswordAsync("not the password", Another);
            var problem = await wrong.ProblemAsync();
            Assert.Equal((401, "users.wrong-credentials"), (problem.Status, problem.Code));
            Assert.Equal(["currentPassword"], problem.Errors!.Keys);
        }

        using var locked = await client.ChangePasswordAsync(somebody.Password, Another);
        Assert.Equal("users.locked-out", (await locked.ProblemAsync()).Code);
        app.Clock.Advance(locked.Headers.RetryAfter!.Delta!.Value);
        using var old = await client.LogInAsync(somebody.UserName, somebody.Password);
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
    }

    [Fact]
    public async Task A_right_password_forgives_the_wrong_ones_before_it()
    {
        using var client = app.Anonymous();
        var (somebody, _) = await SignInAsync(client);

        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var wrong = await client.ChangePasswordAsync("not the password", Another);
        }

        using var changed = await client.ChangePasswordAsync(somebody.Password, Another);
        using var once = await client.ChangePasswordAsync("not the password", Another);
        using var again = await client.ChangePasswordAsync(Another, somebody.Password);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (changed.StatusCode, again.StatusCode));
    }

    [Theory]
    [InlineData("newPassword", "correct horse battery", "short")]
    [InlineData("newPassword", "correct horse battery", "")]
    [InlineData("currentPassword", "", "long enough")]
    public async Task Refuses_what_breaks_a_rule_and_names_it(string field, string current, string @new)
    {
        using var client = app.Anonymous();
        await SignInAsync(client);

        using var response = await client.ChangePasswordAsync(current, @new);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([field], (await response.ProblemAsync()).Errors!.Keys);
    }

    [Fact]
    public async Task Of_50_changes_at_once_one_succeeds()
    {
        using var client = app.Anonymous();
        var (somebody, _) = await SignInAsync(client);

        var responses = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(async number => (Password: $"password {number}", Response: await client.ChangePasswordAsync(somebody.Password, $"password {number}"))));

        var winner = Assert.Single(responses, one => one.Response.StatusCode is HttpStatusCode.NoContent);
        Assert.All(
            responses.Where(one => one != winner),
            one => Assert.Contains(one.Response.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.Conflict }));

        // The losers' password was a wrong one by then, and five of these lock.
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        using var login = await client.LogInAsync(somebody.UserName, winner.Password);
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
    }

    [Fact]
    public async Task No_session_that_is_refreshed_meanwhile_survives()
    {
        using var here = app.Anonymous();
        var (somebody, _) = await SignInAsync(here);
        using var elsewhere = app.Anonymous();
        var others = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => elsewhere.TokensAsync(somebody)));

        var change = here.ChangePasswordAsync(somebody.Password, Another);
        var refreshing = others.Select(tokens => RefreshUntilAsync(elsewhere, tokens, change)).ToList();
        using var changed = await change;
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);

        foreach (var newest in await Task.WhenAll(refreshing))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfMeAsync(elsewhere.Bearing(newest.AccessToken)));
            Assert.Equal(HttpStatusCode.Unauthorized, await RefreshAsync(elsewhere, newest));
        }
    }

    [Fact]
    public async Task Nobody_who_logs_in_meanwhile_with_the_old_password_stays_signed_in()
    {
        using var here = app.Anonymous();
        var (somebody, _) = await SignInAsync(here);
        using var elsewhere = app.Anonymous();

        var logins = Enumerable.Range(0, 25).Select(_ => elsewhere.LogInAsync(somebody.UserName, somebody.Password)).ToList();
        using var changed = await here.ChangePasswordAsync(somebody.Password, Another);
        logins.AddRange(Enumerable.Range(0, 25).Select(_ => elsewhere.LogInAsync(somebody.UserName, somebody.Password)));
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);

        foreach (var login in await Task.WhenAll(logins))
        {
            if (login.StatusCode is HttpStatusCode.OK)
            {
                var tokens = await login.ReadAsync<TokensBody>();
                Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfMeAsync(elsewhere.Bearing(tokens.AccessToken)));
                Assert.Equal(HttpStatusCode.Unauthorized, await RefreshAsync(elsewhere, tokens));
            }
        }

        Assert.All(logins[25..], login => Assert.NotEqual(HttpStatusCode.OK, login.Result.StatusCode));
    }

    private static async Task<(Somebody Somebody, TokensBody Tokens)> SignInAsync(HttpClient client)
    {
        var somebody = await client.RegisteredAsync();
        var tokens = await client.TokensAsync(somebody);
        client.Bearing(tokens.AccessToken);
        return (somebody, tokens);
    }

    private static async Task<HttpStatusCode> StatusOfMeAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/users/me");
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> RefreshAsync(HttpClient client, TokensBody tokens)
    {
        using var response = await client.RefreshAsync(tokens.RefreshToken);
        return response.StatusCode;
    }

    private static async Task<TokensBody> RefreshUntilAsync(HttpClient client, TokensBody tokens, Task end)
    {
        while (!end.IsCompleted)
        {
            using var response = await client.RefreshAsync(tokens.RefreshToken);
            if (response.StatusCode is not HttpStatusCode.OK)
            {
                break;
            }

            tokens = await response.ReadAsync<TokensBody>();
        }

        return tokens;
    }
}
