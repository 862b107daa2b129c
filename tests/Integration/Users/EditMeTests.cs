using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Users;

public sealed class EditMeTests(App app) : IClassFixture<App>
{
    private const string Me = "/api/users/me";

    [Fact]
    public async Task Changes_the_display_name_and_nothing_else()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var before = await client.GetAsync(Me);

        using var response = await client.EditAsync(Me, """{"displayName":"  Ada 🦩 Königin  "}""", TagOf(before));

        var account = await before.ReadAsync<AccountBody>();
        var edited = await response.ReadAsync<AccountBody>();
        Assert.Equal("Ada 🦩 Königin", edited.DisplayName);
        Assert.Equivalent(account with { DisplayName = edited.DisplayName }, edited, strict: true);
        Assert.NotEqual(TagOf(before), TagOf(response));
        using var after = await client.GetAsync(Me);
        Assert.Equal(TagOf(response), TagOf(after));
        Assert.Equal(await response.Content.ReadAsStringAsync(), await after.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_account_that_was_read_is_not_sent_again_until_it_changes()
    {
        using var client = app.Anonymous();
        var somebody = Somebody.New();
        using var registered = await client.RegisterAsync(somebody);
        client.Bearing((await client.TokensAsync(somebody)).AccessToken);

        using var unchanged = await client.GetAsync(Me, "If-None-Match", TagOf(registered));
        using var edited = await client.EditAsync(Me, """{"displayName":"Another"}""");
        using var changed = await client.GetAsync(Me, "If-None-Match", TagOf(registered));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (unchanged.StatusCode, changed.StatusCode));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"displayName":"Same "}""")]
    public async Task To_change_nothing_is_no_new_version(string patch)
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var named = await client.EditAsync(Me, """{"displayName":"Same"}""");

        using var response = await client.EditAsync(Me, patch, TagOf(named));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(TagOf(named), TagOf(response));
    }

    [Theory]
    [InlineData("displayName", """{"displayName":null}""")]
    [InlineData("displayName", """{"displayName":" "}""")]
    [InlineData("displayName", """{"displayName":"two\nlines"}""")]
    [InlineData("displayName", """{"displayName":"123456789012345678901234567890123456789012345678901"}""")]
    [InlineData("userName", """{"userName":"another"}""")]
    [InlineData("roles", """{"roles":["operator"]}""")]
    public async Task Refuses_what_breaks_a_rule_and_names_it(string field, string patch)
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.EditAsync(Me, patch);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([field], (await response.ProblemAsync()).Errors!.Keys);
    }

    [Fact]
    public async Task Of_50_that_edit_one_version_at_once_one_succeeds()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var read = await client.GetAsync(Me);

        var responses = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(number => client.EditAsync(Me, $$"""{"displayName":"Name {{number}}"}""", TagOf(read))));

        var winner = await Assert.Single(responses, response => response.StatusCode is HttpStatusCode.OK).ReadAsync<AccountBody>();
        Assert.Equal(49, responses.Count(response => response.StatusCode is HttpStatusCode.PreconditionFailed));
        using var after = await client.GetAsync(Me);
        Assert.Equal(winner.DisplayName, (await after.ReadAsync<AccountBody>()).DisplayName);
    }

    [Fact]
    public async Task Nobody_has_no_account_to_edit()
    {
        using var client = app.Anonymous();

        using var response = await client.EditAsync(Me, """{"displayName":"Nobody"}""");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static string TagOf(HttpResponseMessage response) => response.Headers.ETag!.ToString();
}
