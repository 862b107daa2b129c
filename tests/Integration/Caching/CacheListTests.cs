using System.Net;
using System.Text.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Caching;

public sealed class CacheListTests(App app) : IClassFixture<App>
{
    private const string Route = "/api/operator/caches";

    [Fact]
    [Trait("Notes", "US-4")]
    public async Task An_operator_sees_what_each_cache_does()
    {
        using var client = app.Anonymous().Bearing((await app.Anonymous().TokensAsync(Somebody.Operator)).AccessToken);
        using var created = await client.ShortenAsync("https://example.org/");
        var link = await created.ReadAsync<LinkBody>();
        var before = await ReadAsync(client);

        foreach (var code in new[] { link.Code, link.Code, link.Code, "nowhere", "nowhere" })
        {
            using var followed = await client.GetAsync($"/s/{code}");
        }

        var after = await ReadAsync(client);
        Assert.Equal(
            before with
            {
                Entries = before.Entries + 2,
                FirstLevelHits = before.FirstLevelHits + 2,
                NegativeHits = before.NegativeHits + 1,
                Misses = before.Misses + 2,
                Loads = before.Loads + 2,
            },
            after);
        Assert.Equal(("read-through", 50_000), (after.Kind, after.Limit));
    }

    [Fact]
    public async Task Others_do_not()
    {
        using var anonymous = app.Anonymous();
        using var user = await app.Anonymous().SignedInAsync();

        using var unauthenticated = await anonymous.GetAsync(Route);
        using var forbidden = await user.GetAsync(Route);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (unauthenticated.StatusCode, forbidden.StatusCode));
        Assert.Equal("forbidden", (await forbidden.ProblemAsync()).Code);
    }

    [Fact]
    public async Task It_stands_in_the_operators_document()
    {
        using var document = JsonDocument.Parse(await app.Anonymous().GetStringAsync("/swagger/operator/swagger.json"));

        var operation = document.RootElement.GetProperty("paths").GetProperty(Route).GetProperty("get");

        Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
        Assert.True(operation.TryGetProperty("security", out _));
    }

    private static async Task<CacheBody> ReadAsync(HttpClient client)
    {
        using var response = await client.GetAsync(Route);
        var list = await response.ReadAsync<CacheListBody>();
        Assert.Null(list.Next);
        Assert.Equal(list.Items.OrderBy(cache => cache.Name, StringComparer.Ordinal), list.Items);
        return Assert.Single(list.Items, cache => cache.Name == "url-shortener.redirects");
    }

    private sealed record CacheListBody(CacheBody[] Items, string? Next);

    private sealed record CacheBody(
        string Name,
        string Kind,
        int Entries,
        int Limit,
        long FirstLevelHits,
        long SecondLevelHits,
        long NegativeHits,
        long Misses,
        long Loads,
        long LoadFailures,
        long Evictions,
        long SecondLevelFailures,
        long BroadcastFailures);
}
