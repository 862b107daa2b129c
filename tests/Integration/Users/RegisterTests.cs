using System.Net;
using System.Net.Http.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Users;

public sealed class RegisterTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Registers_an_account_and_answers_all_of_it_but_the_password()
    {
        using var client = app.Anonymous();
        var somebody = Somebody.New();

        using var response = await client.RegisterAsync(somebody);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("/api/users/me", response.Headers.Location?.OriginalString);
        var account = await response.ReadAsync<AccountBody>();
        Assert.Equal((somebody.UserName, somebody.Email, somebody.DisplayName), (account.UserName, account.Email, account.DisplayName));
        Assert.Equal(["user"], account.Roles);
        Assert.Equal(7, account.Id.Version);
        Assert.DoesNotContain("password", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Me_answers_exactly_what_the_registration_answered()
    {
        using var client = app.Anonymous();
        var somebody = Somebody.New();
        using var registered = await client.RegisterAsync(somebody);
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);

        var me = await client.GetStringAsync("/api/users/me");

        Assert.Equal(await registered.Content.ReadAsStringAsync(), me);
    }

    [Theory]
    [InlineData("userName", "users.user-name-taken")]
    [InlineData("email", "users.email-taken")]
    public async Task Refuses_what_is_taken_in_any_case_and_names_the_field(string field, string code)
    {
        using var client = app.Anonymous();
        var first = Somebody.New();
        using var registered = await client.RegisterAsync(first);
        var second = field == "userName"
            ? Somebody.New() with { UserName = first.UserName.ToUpperInvariant() }
            : Somebody.New() with { Email = first.Email.ToUpperInvariant() };

        using var response = await client.RegisterAsync(second);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var problem = await response.ProblemAsync();
        Assert.Equal(code, problem.Code);
        Assert.Equal([field], problem.Errors!.Keys);
    }

    [Theory]
    [InlineData("userName", "ab")]
    [InlineData("userName", "has space")]
    [InlineData("userName", "ünïcode")]
    [InlineData("userName", null)]
    [InlineData("email", "nobody")]
    [InlineData("email", "")]
    [InlineData("password", "short")]
    [InlineData("displayName", "   ")]
    [InlineData("displayName", "two\nlines")]
    public async Task Refuses_a_value_that_breaks_a_rule_and_names_the_field(string field, string? value)
    {
        using var client = app.Anonymous();
        var somebody = Somebody.New();
        var body = new Dictionary<string, string?>
        {
            ["userName"] = somebody.UserName,
            ["email"] = somebody.Email,
            ["password"] = somebody.Password,
            ["displayName"] = somebody.DisplayName,
            [field] = value,
        };

        using var response = await client.PostAsJsonAsync("/api/users/register", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.ProblemAsync();
        Assert.Equal("invalid-input", problem.Code);
        Assert.Equal([field], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Of_50_that_register_one_name_at_once_one_succeeds()
    {
        using var client = app.Anonymous();
        var name = Somebody.New().UserName;

        var responses = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(number => client.RegisterAsync(Somebody.New() with { UserName = name })));

        Assert.Single(responses, response => response.StatusCode is HttpStatusCode.Created);
        foreach (var refused in responses.Where(response => response.StatusCode is not HttpStatusCode.Created))
        {
            Assert.Equal("users.user-name-taken", (await refused.ProblemAsync()).Code);
        }
    }
}
