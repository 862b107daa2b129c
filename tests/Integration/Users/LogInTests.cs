using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Users.Data;
using SystemDesign.Users.Domain.Accounts;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Tests.Integration.Users;

public sealed class LogInTests(App app) : IClassFixture<App>
{
    private const int WrongPasswordsAllowed = 5;

    [Fact]
    public async Task Answers_tokens_that_open_what_is_closed()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();

        using var response = await client.LogInAsync(somebody.UserName.ToUpperInvariant(), somebody.Password);

        Assert.True(response.Headers.CacheControl!.NoStore);
        var tokens = await response.ReadAsync<TokensBody>();
        Assert.Equal(("Bearer", 600), (tokens.TokenType, tokens.ExpiresIn));
        using var me = await client.Bearing(tokens.AccessToken).GetAsync("/api/users/me");
        Assert.Equal(somebody.UserName, (await me.ReadAsync<AccountBody>()).UserName);
    }

    [Fact]
    public async Task Refuses_a_wrong_password_and_an_unknown_name_in_the_same_words()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();

        using var wrong = await client.LogInAsync(somebody.UserName, "not the password");
        using var unknown = await client.LogInAsync("nobody_at_all", "not the password");

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        var (first, second) = (await wrong.ProblemAsync(), await unknown.ProblemAsync());
        Assert.Equal("users.wrong-credentials", first.Code);
        Assert.Equal((first.Status, first.Code, first.Detail), (second.Status, second.Code, second.Detail));
    }

    [Fact]
    public async Task Locks_the_account_after_five_wrong_passwords_for_a_while()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        await GuessWronglyAsync(client, somebody, WrongPasswordsAllowed);

        using var locked = await client.LogInAsync(somebody.UserName, somebody.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Equal("users.locked-out", (await locked.ProblemAsync()).Code);
        var wait = locked.Headers.RetryAfter!.Delta!.Value;
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        app.Clock.Advance(wait);
        using var unlocked = await client.LogInAsync(somebody.UserName, somebody.Password);
        Assert.Equal(HttpStatusCode.OK, unlocked.StatusCode);
    }

    [Fact]
    public async Task A_right_password_forgives_the_wrong_ones_before_it()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();

        for (var round = 0; round < 2; round++)
        {
            await GuessWronglyAsync(client, somebody, WrongPasswordsAllowed - 1);

            using var right = await client.LogInAsync(somebody.UserName, somebody.Password);
            Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        }
    }

    [Fact]
    public async Task Wrong_passwords_in_parallel_are_all_counted()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.LogInAsync(somebody.UserName, "not the password")));

        Assert.All(responses, response => Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests }));
        using var locked = await client.LogInAsync(somebody.UserName, somebody.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
    }

    [Fact]
    public async Task A_right_password_that_was_verified_before_the_lock_and_is_saved_after_it_is_refused()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<IAccounts>();
        var account = await accounts.FindByUserNameAsync(somebody.UserName, CancellationToken.None);
        Assert.True(await accounts.VerifyPasswordAsync(account, somebody.Password, CancellationToken.None));

        await GuessWronglyAsync(client, somebody, WrongPasswordsAllowed);

        accounts.Grant(account!.Id);
        await AssertLostAsync(scope);
    }

    [Fact]
    public async Task The_configured_operator_is_one()
    {
        using var client = app.Anonymous();
        client.Bearing((await client.TokensAsync(Somebody.Operator)).AccessToken);

        using var me = await client.GetAsync("/api/users/me");

        Assert.Equal(["operator", "user"], (await me.ReadAsync<AccountBody>()).Roles);
    }

    [Fact]
    public async Task A_right_password_that_was_verified_before_it_was_changed_and_is_saved_after_it_is_refused()
    {
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<IAccounts>();
        var account = await accounts.FindByUserNameAsync(somebody.UserName, CancellationToken.None);
        Assert.True(await accounts.VerifyPasswordAsync(account, somebody.Password, CancellationToken.None));

        using var changed = await client.ChangePasswordAsync(somebody.Password, "another password");
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);

        accounts.Grant(account!.Id);
        await AssertLostAsync(scope);
    }

    /// <summary>Whoever loses the race begins again, and verifies the password that there is then.</summary>
    private async Task AssertLostAsync(AsyncServiceScope scope)
    {
        var db = scope.ServiceProvider.GetRequiredService<UsersDb>();
        var (session, _) = Session.Start(db.Accounts.Local.Single().Id, app.Clock.Now());
        db.Sessions.Add(session);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(
            () => scope.ServiceProvider.GetRequiredService<IWriter<UsersDb>>().SaveAsync(db, CancellationToken.None));

        db.ChangeTracker.Clear();
        Assert.False(await db.Sessions.AnyAsync(row => row.Id == session.Id));
    }

    private static async Task GuessWronglyAsync(HttpClient client, Somebody somebody, int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            using var wrong = await client.LogInAsync(somebody.UserName, "not the password");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }
    }
}
