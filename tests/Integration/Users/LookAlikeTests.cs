using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Users.Data;
using SystemDesign.Users.Domain.Accounts;

namespace SystemDesign.Tests.Integration.Users;

public sealed class LookAlikeTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("pay_pal", "PayPa1")]
    [InlineData("modern_will", "rnodernvviII")]
    [InlineData("b0b_0", "__BOBO__")]
    [InlineData("___", "____")]
    public async Task Refuses_a_name_that_looks_like_somebodys(string first, string second)
    {
        using var client = app.Anonymous();
        using var registered = await client.RegisterAsync(Somebody.New() with { UserName = first });
        Assert.Equal(HttpStatusCode.Created, registered.StatusCode);

        using var response = await client.RegisterAsync(Somebody.New() with { UserName = second });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var problem = await response.ProblemAsync();
        Assert.Equal("users.user-name-taken", problem.Code);
        Assert.Equal(["userName"], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Of_50_that_register_look_alikes_at_once_one_succeeds()
    {
        using var client = app.Anonymous();
        var names = Enumerable.Range(0, 50).Select(SpellMillion).ToList();
        Assert.Equal(50, names.Distinct().Count());

        var responses = await Task.WhenAll(names.Select(name => client.RegisterAsync(Somebody.New() with { UserName = name })));

        Assert.Single(responses, response => response.StatusCode is HttpStatusCode.Created);
        foreach (var refused in responses.Where(response => response.StatusCode is not HttpStatusCode.Created))
        {
            Assert.Equal("users.user-name-taken", (await refused.ProblemAsync()).Code);
        }
    }

    [Fact]
    public async Task The_names_of_who_leaves_and_what_looked_like_it_are_free()
    {
        using var client = app.Anonymous();
        var somebody = Somebody.New() with { UserName = "leaving_0ne" };
        using var registered = await client.RegisterAsync(somebody);
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);
        using var left = await client.LeaveAsync(somebody.Password);

        using var response = await client.RegisterAsync(Somebody.New() with { UserName = "LeavingOne" });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task Accounts_that_are_older_than_the_rule_get_its_skeletons_and_the_oldest_of_look_alikes_keeps_the_name()
    {
        await using var older = new App();
        string[] names = ["w1lliam_0", "vvill_Iarn_o", "WILLIAMO", "m0ther", "zero_2"];
        await using (var db = await older.Services.GetRequiredService<IDbContextFactory<UsersDb>>().CreateDbContextAsync())
        {
            db.AddRange(names.Select(NewRow));
            await older.Services.GetRequiredService<IWriter<UsersDb>>().SaveAsync(db, CancellationToken.None);
        }

        await using var owner = (UsersDb)older.Services.GetRequiredService<ModuleDatabase<UsersDb>>().OpenOwner(older.Services);
        var schema = Profile.IsDistributed ? $"{owner.Schema}." : string.Empty;
        foreach (var statement in new[]
        {
            $"DROP INDEX {schema}ix_accounts_user_name_skeleton",
            $"ALTER TABLE {schema}accounts DROP COLUMN user_name_skeleton",
            $"DELETE FROM {schema}migrations WHERE \"MigrationId\" = 'M0004LookAlikeUserNames'",
        })
        {
            await owner.Database.ExecuteSqlRawAsync(statement);
        }

        await owner.Database.MigrateAsync();

        var skeletons = await owner.Accounts.AsNoTracking().Where(row => names.Contains(row.UserName)).ToDictionaryAsync(row => row.UserName!, row => row.UserNameSkeleton);
        Assert.All([names[0], names[3], names[4]], name => Assert.Equal(LookAlikes.SkeletonOf(name), skeletons[name]));
        Assert.All(names[1..3], name => Assert.StartsWith($"{LookAlikes.SkeletonOf(name)}:", skeletons[name], StringComparison.Ordinal));
        using var client = older.Anonymous();
        using var response = await client.RegisterAsync(Somebody.New() with { UserName = "williamo_" });
        Assert.Equal("users.user-name-taken", (await response.ProblemAsync()).Code);
    }

    /// <summary>A spelling of its own for each number below 64: each letter that has another is that one where a bit is set.</summary>
    private static string SpellMillion(int number)
    {
        string Choose(int bit, string one, string other) => (number >> bit & 1) == 0 ? one : other;
        return $"{Choose(0, "m", "rn")}{Choose(1, "i", "1")}{Choose(2, "l", "I")}{Choose(3, "l", "i")}{Choose(4, "i", "_L")}{Choose(5, "o", "0")}n";
    }

    private static AccountRow NewRow(string name, int number) => new()
    {
        Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(number)),
        UserName = name,
        NormalizedUserName = name.ToUpperInvariant(),
        UserNameSkeleton = $"{number}",
        Email = $"{name}@example.org",
        NormalizedEmail = $"{name}@example.org".ToUpperInvariant(),
        DisplayName = name,
        PasswordHash = "none",
        ConcurrencyStamp = "none",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
