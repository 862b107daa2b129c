using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Links that are nobody's, where the configuration allows them.</summary>
[Trait("Mission", "A1")]
public sealed class AnonymousLinkTests
{
    private const string Setting = "UrlShortener:AnonymousLinks";

    [Fact]
    public async Task Are_refused_unless_the_configuration_allows_them()
    {
        await using var app = new App();
        using var client = app.Anonymous();

        using var response = await client.ShortenAsync("https://example.org/");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Are_made_and_followed_and_nobody_can_read_or_change_them()
    {
        await using var app = new App((Setting, "true"));
        using var nobody = app.Anonymous();
        using var somebody = await app.Anonymous().SignedInAsync();

        var code = await nobody.MadeAsync(new { url = "https://example.org/", tags = new[] { "some" } });
        await nobody.FollowAsync(code);
        using var unread = await nobody.GetAsync($"{LinkSteps.Links}/{code}");
        using var read = await somebody.GetAsync($"{LinkSteps.Links}/{code}");
        using var edited = await somebody.EditLinkAsync(code, """{"url":"https://example.org/stolen"}""");
        using var deleted = await somebody.DeleteLinkAsync(code);

        Assert.Equal(HttpStatusCode.Unauthorized, unread.StatusCode);
        Assert.All([read, edited, deleted], response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
        using var operators = await app.OperatorAsync();
        using var banned = await operators.BanAsync(code, "Phishing.");
        Assert.Equal(HttpStatusCode.UnavailableForLegalReasons, (await RedirectTests.FollowAsync(nobody, code)).Status);
    }

    [Fact]
    public async Task Who_is_signed_in_still_owns_what_they_make_and_a_spent_token_is_not_taken_for_none()
    {
        await using var app = new App((Setting, "true"));
        using var somebody = await app.Anonymous().SignedInAsync();
        using var spent = app.Anonymous().Bearing("not-a-token");

        var code = await somebody.MadeAsync(new { url = "https://example.org/" });
        using var refused = await spent.ShortenAsync("https://example.org/");

        Assert.Equal("https://example.org/", (await somebody.WholeAsync(code)).Url);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_key_for_repetition_is_a_users_and_refused_without_one()
    {
        await using var app = new App((Setting, "true"));
        using var nobody = app.Anonymous();

        using var response = await nobody.ShortenUnderAsync("\"key\"", "https://example.org/");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
