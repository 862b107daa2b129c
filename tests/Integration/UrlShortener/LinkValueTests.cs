using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Everything that can be said of a link, when it is made and when it is changed.</summary>
[Trait("Mission", "A1")]
public sealed class LinkValueTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Everything_that_was_given_is_answered_and_can_be_cleared()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var from = app.Clock.GetUtcNow().AddDays(-1);
        var code = await client.MadeAsync(new { url = "https://example.org/", validFrom = from, expiresAt = from.AddDays(9), maxVisits = 5, redirect = 308, tags = new[] { "a" } });
        var made = await client.WholeAsync(code);

        using var edited = await client.EditLinkAsync(code, """{"validFrom":null,"expiresAt":null,"maxVisits":null,"tags":null,"redirect":301}""");
        var cleared = await client.WholeAsync(code);

        Assert.Equal((308, 5, false, null), (made.Redirect, made.MaxVisits, made.Disabled, made.BannedFor));
        Assert.Equal(from, made.ValidFrom!.Value, TimeSpan.FromMicroseconds(1));
        Assert.Equal(from.AddDays(9), made.ExpiresAt!.Value, TimeSpan.FromMicroseconds(1));
        Assert.Equal(["a"], made.Tags);
        Assert.Equal((301, null, null, null), (cleared.Redirect, cleared.ValidFrom, cleared.ExpiresAt, cleared.MaxVisits));
    }

    [Theory]
    [InlineData("redirect", """{"url":"https://example.org/","redirect":303}""")]
    [InlineData("redirect", """{"url":"https://example.org/","redirect":"permanent"}""")]
    [InlineData("maxVisits", """{"url":"https://example.org/","maxVisits":0}""")]
    [InlineData("maxVisits", """{"url":"https://example.org/","maxVisits":1000000001}""")]
    [InlineData("maxVisits", """{"url":"https://example.org/","maxVisits":1.5}""")]
    [InlineData("expiresAt", """{"url":"https://example.org/","expiresAt":"2020-01-01T00:00:00Z"}""")]
    [InlineData("expiresAt", """{"url":"https://example.org/","expiresAt":"soon"}""")]
    [InlineData("expiresAt", """{"url":"https://example.org/","validFrom":"2090-01-02T00:00:00Z","expiresAt":"2090-01-02T00:00:00Z"}""")]
    [InlineData("tags", """{"url":"https://example.org/","tags":["1","2","3","4","5","6","7","8","9","10","11"]}""")]
    [InlineData("tags", """{"url":"https://example.org/","tags":[" "]}""")]
    [InlineData("tags", """{"url":"https://example.org/","tags":["1234567890123456789012345678901"]}""")]
    [InlineData("tags", """{"url":"https://example.org/","tags":["a\nb"]}""")]
    [InlineData("alias", """{"url":"https://example.org/","alias":"api"}""")]
    [InlineData("alias", """{"url":"https://example.org/","alias":"LogIn"}""")]
    public async Task Refuses_a_value_that_breaks_a_rule_and_names_the_field(string field, string link)
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.PostAsync(new Uri(LinkSteps.Links, UriKind.Relative), new StringContent(link, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(field, Assert.Single((await response.ProblemAsync()).Errors!.Keys), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redirect", """{"redirect":200}""")]
    [InlineData("redirect", """{"redirect":null}""")]
    [InlineData("maxVisits", """{"maxVisits":-1}""")]
    [InlineData("tags", """{"tags":["a\u0000b"]}""")]
    [InlineData("disabled", """{"disabled":null}""")]
    [InlineData("expiresAt", """{"validFrom":"2090-01-02T00:00:00Z","expiresAt":"2090-01-01T00:00:00Z"}""")]
    public async Task An_edit_keeps_to_the_same_rules(string field, string patch)
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/" });

        using var response = await client.EditLinkAsync(code, patch);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(field, Assert.Single((await response.ProblemAsync()).Errors!.Keys), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_can_let_a_link_expire_at_once()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/" });
        await client.FollowAsync(code);

        using var edited = await client.EditLinkAsync(code, """{"expiresAt":"2020-01-01T00:00:00Z"}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), (edited.StatusCode, (await RedirectTests.FollowAsync(client, code)).Status));
    }
}
