using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.UrlShortener;

public sealed class ConsistencyTests
{
    [Fact]
    [Trait("Notes", "B2-2")]
    public async Task Without_the_database_what_is_CP_fails_and_what_is_AP_answers()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        using var warm = await client.ShortenAsync("https://example.org/warm", "warm");
        using var cold = await client.ShortenAsync("https://example.org/cold", "cold");
        using var warming = await client.GetAsync("/s/warm");
        await LoseLinksAsync(app);

        using var shortened = await client.ShortenAsync("https://example.org/");
        using var read = await client.GetAsync("/api/url-shortener/links/warm");
        using var followedCold = await client.GetAsync("/s/cold");
        using var followedWarm = await client.GetAsync("/s/warm");

        Assert.All([shortened, read, followedCold], response => Assert.InRange((int)response.StatusCode, 500, 599));
        Assert.Equal(HttpStatusCode.Found, followedWarm.StatusCode);
        Assert.Equal("https://example.org/warm", followedWarm.Headers.Location?.OriginalString);
    }

    private static async Task LoseLinksAsync(App app)
    {
        await using var owner = app.Services.GetRequiredService<ModuleDatabase<UrlShortenerDb>>().OpenOwner(app.Services);
        await owner.Database.ExecuteSqlRawAsync(Profile.IsDistributed ? $"DROP TABLE {owner.Schema}.links CASCADE" : "DROP TABLE links");
    }
}
