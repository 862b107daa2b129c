using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.RateLimiting;

/// <summary>What one address may send, whatever it is.</summary>
[Trait("Notes", "B2-9")]
public sealed class FloodTests(LimitedApp limited) : IClassFixture<LimitedApp>
{
    [Fact]
    public async Task A_flood_of_forged_tokens_is_stopped_before_anybody_looks_at_them()
    {
        using var client = limited.From().Bearing("forged");
        using var authentications = new MetricsOf(limited.App, "aspnetcore.authentication.authenticate.duration");

        var responses = await Task.WhenAll(Enumerable.Range(0, LimitedApp.FloodPerMinute + 50).Select(_ => client.GetAsync("/api/users/me")));

        Assert.Equal(LimitedApp.FloodPerMinute, responses.Count(response => response.StatusCode is HttpStatusCode.Unauthorized));
        Assert.Equal(50, responses.Count(response => response.StatusCode is HttpStatusCode.TooManyRequests));
        Assert.Equal(LimitedApp.FloodPerMinute, authentications.Count(_ => true));
    }

    [Fact]
    public async Task It_counts_whatever_is_asked_but_health_and_touches_nobody_elsewhere()
    {
        using var client = limited.From();
        await FloodAsync(client);

        foreach (var path in new[] { "/s/unknown", "/api/users/me", "/swagger/index.html", "/swagger/users/swagger.json", "/no/such/route", "/" })
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, path));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/ready"));
        using var elsewhere = limited.From();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(elsewhere, "/s/unknown"));
    }

    [Fact]
    public async Task Health_does_not_use_it_up()
    {
        using var client = limited.From();
        for (var probe = 0; probe < LimitedApp.FloodPerMinute; probe++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/live"));
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, "/s/unknown"));
    }

    [Fact]
    public async Task A_refusal_says_what_it_is_and_who_waits_as_long_as_it_says_succeeds()
    {
        using var client = limited.From();
        await FloodAsync(client);
        limited.App.Clock.Advance(TimeSpan.FromSeconds(12.3));

        using var refused = await client.GetAsync("/s/unknown");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var problem = await refused.ProblemAsync();
        Assert.Equal("too-many-requests", problem.Code);
        Assert.Contains("RateLimiting:Flood:PerMinute", problem.Detail, StringComparison.Ordinal);
        Assert.Equal("\"flood\";r=0;t=48", Assert.Single(refused.Headers.GetValues("RateLimit")));
        Assert.Equal("nosniff", Assert.Single(refused.Headers.GetValues("X-Content-Type-Options")));
        var wait = refused.Headers.RetryAfter!.Delta!.Value;
        Assert.Equal(TimeSpan.FromSeconds(48), wait);

        limited.App.Clock.Advance(wait - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, "/s/unknown"));
        limited.App.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, "/s/unknown"));
    }

    private static async Task FloodAsync(HttpClient client) => Assert.All(
        await Task.WhenAll(Enumerable.Range(0, LimitedApp.FloodPerMinute).Select(_ => StatusAsync(client, "/s/unknown"))),
        status => Assert.Equal(HttpStatusCode.NotFound, status));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }
}
