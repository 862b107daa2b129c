using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Contracts.UrlShortener;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Visits are told as events, many to one, and all of them.</summary>
[Trait("Notes", "US-4")]
public sealed class VisitTests
{
    [Fact]
    public async Task Of_200_visits_at_once_each_is_told_and_looks_and_misses_are_not()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        var codes = new[] { await ShortenAsync(client), await ShortenAsync(client) };

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            using var visit = await client.GetAsync($"/s/{codes[number % 2]}");
            Assert.Equal(HttpStatusCode.Found, visit.StatusCode);
        }));
        using var look = await client.SendAsync(new(HttpMethod.Head, $"/s/{codes[0]}"));
        using var miss = await client.GetAsync("/s/nowhere");
        await app.Services.GetRequiredService<Visits>().FinishAsync();

        var told = await ToldAsync(app);
        Assert.Equal(codes.ToDictionary(code => code, _ => 100), told);
    }

    [Fact]
    public async Task A_stop_loses_no_visit()
    {
        await using var data = new HostData();
        string code;
        await using (var app = new App(new AppSetup { Data = data }))
        {
            using var client = await app.Anonymous().SignedInAsync();
            code = await ShortenAsync(client);
            for (var number = 0; number < 10; number++)
            {
                using var visit = await client.GetAsync($"/s/{code}");
            }
        }

        await using var later = new App(new AppSetup { Data = data });
        Assert.Equal(new() { [code] = 10 }, await ToldAsync(later));
    }

    private static async Task<string> ShortenAsync(HttpClient client)
    {
        using var response = await client.ShortenAsync("https://example.org/");
        return (await response.ReadAsync<LinkBody>()).Code;
    }

    private static async Task<Dictionary<string, int>> ToldAsync(App app)
    {
        await using var db = app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContext();
        var payloads = await db.Set<OutboxEvent>().Where(row => row.Name == "url-shortener.link-visited.v1").Select(row => row.Payload).ToListAsync();
        return payloads.Select(payload => JsonSerializer.Deserialize<LinkVisited>(payload, JsonSerializerOptions.Web)!)
            .GroupBy(visited => visited.Code)
            .ToDictionary(group => group.Key, group => group.Sum(visited => visited.Count));
    }
}
