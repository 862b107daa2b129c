using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Seeding;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Users.Data;

namespace SystemDesign.Tests.Integration.Seeding;

public sealed class AccountSeedTests
{
    private const string Password = "seeded to be tried out";

    [Fact]
    public async Task Seeded_users_sign_in_and_are_who_the_other_seeders_take_them_for()
    {
        await using var data = MigratedData.Copy();
        await data.SeedAsync("users", "--users", "12");
        await using var app = data.Open();
        using var client = app.Anonymous();
        client.Bearing((await client.TokensAsync(new("Seed_User_11", string.Empty, Password, string.Empty))).AccessToken);

        using var response = await client.GetAsync("/api/users/me");
        using var renamed = await client.EditAsync("/api/users/me", """{"displayName":"Eleven"}""");
        using var left = await client.LeaveAsync(Password);

        var account = await response.ReadAsync<AccountBody>();
        Assert.Equal((SeededUsers.IdOf(11), "seed_user_11", "seed_user_11@example.org"), (account.Id, account.UserName, account.Email));
        Assert.Equal(["user"], account.Roles);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NoContent), (renamed.StatusCode, left.StatusCode));
    }

    [Fact]
    public async Task Of_each_account_the_others_are_told_once_however_often_it_is_seeded()
    {
        await using var data = MigratedData.Copy();
        await data.SeedAsync("users", "--users", "5");
        await data.SeedAsync("users", "--users", "5");
        await data.SeedAsync("users", "--users", "8");
        await using var app = data.Open();

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UsersDb>>().CreateDbContextAsync();
        var keys = await db.Set<OutboxEvent>().Where(row => row.Name == "users.user-registered.v1").Select(row => row.Key!).ToListAsync();
        var seeded = Enumerable.Range(1, 8).Select(SeededUsers.IdOf).ToList();

        Assert.Equal(seeded.Select(id => id.ToString()).Order(StringComparer.Ordinal), keys.Where(key => seeded.Contains(Guid.Parse(key))).Order(StringComparer.Ordinal));
        Assert.Equal(8, await db.Accounts.CountAsync(account => seeded.Contains(account.Id)));
    }

    [Fact]
    public async Task Who_registered_under_such_a_name_or_address_keeps_it()
    {
        await using var data = MigratedData.Copy();
        await using (var app = data.Open())
        {
            using var client = app.Anonymous();
            using var alike = await client.RegisterAsync(new("SeedUser_2", "two@example.org", "correct horse battery", "Two"));
            using var reachable = await client.RegisterAsync(new("somebody", "Seed_User_3@example.org", "correct horse battery", "Three"));
            Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (alike.StatusCode, reachable.StatusCode));
        }

        await data.SeedAsync("users", "--users", "4");

        await using var again = data.Open();
        await using var db = await again.Services.GetRequiredService<IDbContextFactory<UsersDb>>().CreateDbContextAsync();
        var seeded = Enumerable.Range(1, 4).Select(SeededUsers.IdOf).ToList();
        var names = await db.Accounts.Where(account => seeded.Contains(account.Id)).OrderBy(account => account.Id).Select(account => account.UserName).ToListAsync();
        Assert.Equal(["seed_user_1", "seed_user_4"], names);
        Assert.True(await db.Accounts.AnyAsync(account => account.UserName == "SeedUser_2" && account.DisplayName == "Two"));
    }
}
