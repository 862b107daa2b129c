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
    [InlineData("email", " spaced@example.org")]
    [InlineData("email", "spaced@example.org ")]
    [InlineData("email", "spa ced@example.org")]
    [InlineData("email", "no\u00A0break@example.org")]
    [InlineData("email", "zero\u200Bwidth@example.org")]
    [InlineData("email", "turned\u202Eround@example.org")]
    [InlineData("email", "two@at@example.org")]
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

    [Theory]
    [InlineData("ÄÖÜ@example.org", "äöü@example.org", true)]
    [InlineData("ada@EXAMPLE.ORG", "ADA@example.org", true)]
    [InlineData("caf\u00E9@example.org", "CAFE\u0301@example.org", true)]
    [InlineData("title@example.org", "TITLE@example.org", true)]
    [InlineData("t\u0131me@example.org", "time@example.org", false)]
    [InlineData("T\u0130DE@example.org", "tide@example.org", false)]
    [InlineData("stra\u00DFe@example.org", "STRASSE@example.org", false)]
    public async Task Compares_addresses_without_case_and_in_no_language(string first, string second, bool same)
    {
        using var client = app.Anonymous();
        using var registered = await client.RegisterAsync(Somebody.New() with { Email = first });
        Assert.Equal(first, (await registered.ReadAsync<AccountBody>()).Email);

        using var response = await client.RegisterAsync(Somebody.New() with { Email = second });

        Assert.Equal(same ? HttpStatusCode.Conflict : HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task Refuses_an_address_that_is_too_long_when_it_is_normalized()
    {
        using var client = app.Anonymous();

        // One character, which NFC makes two of.
        using var response = await client.RegisterAsync(Somebody.New() with { Email = $"{new string('\uFB2A', 200)}@example.org" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["email"], (await response.ProblemAsync()).Errors!.Keys);
    }

    [Fact]
    public async Task Of_50_that_register_one_address_in_different_cases_at_once_one_succeeds()
    {
        using var client = app.Anonymous();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(number => client.RegisterAsync(Somebody.New() with { Email = number % 2 == 0 ? "racer@example.org" : "RACER@Example.org" })));

        Assert.Single(responses, response => response.StatusCode is HttpStatusCode.Created);
        foreach (var refused in responses.Where(response => response.StatusCode is not HttpStatusCode.Created))
        {
            Assert.Equal("users.email-taken", (await refused.ProblemAsync()).Code);
        }
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
