using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>What a visitor is answered, by what the link is.</summary>
[Trait("Mission", "A1")]
public sealed class RedirectTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData(301, "max-age=30, private")]
    [InlineData(302, null)]
    [InlineData(307, null)]
    [InlineData(308, "max-age=30, private")]
    public async Task Redirects_as_its_owner_chose_and_browsers_remember_what_is_permanent_for_30_seconds(int redirect, string? cacheControl)
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/here", redirect });

        foreach (var method in new[] { "GET", "HEAD" })
        {
            using var request = new HttpRequestMessage(new(method), $"/s/{code}");
            using var response = await client.SendAsync(request);
            Assert.Equal((redirect, "https://example.org/here"), ((int)response.StatusCode, response.Headers.Location?.OriginalString));
            Assert.Equal(cacheControl, response.Headers.CacheControl?.ToString());
        }
    }

    [Fact]
    public async Task A_permanent_redirect_is_remembered_no_longer_than_the_link_lives()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/", redirect = 301, expiresAt = app.Clock.GetUtcNow() + TimeSpan.FromSeconds(10) });

        using var response = await client.GetAsync($"/s/{code}");

        Assert.InRange(response.Headers.CacheControl!.MaxAge!.Value, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Leads_nowhere_before_it_is_valid_and_is_gone_when_it_has_expired_to_the_instant_whatever_is_cached()
    {
        await using var own = new App();
        using var client = await own.Anonymous().SignedInAsync();
        var now = own.Clock.GetUtcNow();
        var code = await client.MadeAsync(new { url = "https://example.org/", validFrom = now + TimeSpan.FromMinutes(1), expiresAt = now + TimeSpan.FromMinutes(2) });
        var outcomes = new List<(HttpStatusCode, string?)>();

        foreach (var step in new[] { TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(10), TimeSpan.FromTicks(10) })
        {
            own.Clock.Advance(step);
            outcomes.Add(await FollowAsync(client, code));
        }

        Assert.Equal(
            [(HttpStatusCode.NotFound, "not-found"), (HttpStatusCode.Found, null), (HttpStatusCode.Found, null), (HttpStatusCode.Gone, "url-shortener.link-expired")],
            outcomes);
    }

    [Fact]
    public async Task A_link_that_is_not_valid_yet_looks_like_none()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/", validFrom = app.Clock.GetUtcNow() + TimeSpan.FromDays(1) });

        using var early = await client.GetAsync($"/s/{code}");
        using var none = await client.GetAsync("/s/never-there");

        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.Equal(Without(none, "never-there"), Without(early, code));
        Assert.Equal((await none.ProblemAsync() with { TraceId = "" }).ToString(), (await early.ProblemAsync() with { TraceId = "" }).ToString());

        // A second may begin between the two.
        static string Without(HttpResponseMessage response, string code)
        {
            response.Headers.Date = null;
            return response.Headers.ToString().Replace(code, string.Empty, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Can_be_switched_off_and_on_at_once()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/" });
        var before = await FollowAsync(client, code);
        using var disabled = await client.EditLinkAsync(code, """{"disabled":true}""");
        var off = await FollowAsync(client, code);
        using var enabled = await client.EditLinkAsync(code, """{"disabled":false}""");
        var on = await FollowAsync(client, code);

        Assert.Equal((HttpStatusCode.Found, (HttpStatusCode.Gone, "url-shortener.link-disabled"), HttpStatusCode.Found), (before.Item1, off, on.Item1));
    }

    [Fact]
    public async Task Nothing_but_a_redirect_may_be_remembered()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/", redirect = 301 });
        using var disabled = await client.EditLinkAsync(code, """{"disabled":true}""");

        using var gone = await client.GetAsync($"/s/{code}");
        using var none = await client.GetAsync("/s/never-there");

        Assert.Equal(("no-store", "no-store"), (gone.Headers.CacheControl?.ToString(), none.Headers.CacheControl?.ToString()));
    }

    internal static async Task<(HttpStatusCode Status, string? Problem)> FollowAsync(HttpClient client, string code)
    {
        using var response = await client.GetAsync($"/s/{code}");
        return (response.StatusCode, response.Content.Headers.ContentType is null ? null : (await response.ProblemAsync()).Code);
    }
}
