using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Contracts.UrlShortener;
using SystemDesign.Platform.Outbox.Tables;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>What visitors do, and whoever wants to know how many they are.</summary>
internal static class VisitSteps
{
    /// <summary>A new link of whom the client is signed in for.</summary>
    public static async Task<string> ShortenedAsync(this HttpClient client)
    {
        using var response = await client.ShortenAsync("https://example.org/");
        return (await response.ReadAsync<LinkBody>()).Code;
    }

    public static async Task FollowAsync(this HttpClient client, string code, string method = "GET", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/s/{code}");
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
    }

    public static async Task<StatsBody> StatsAsync(this HttpClient client, string code, string query = "")
    {
        using var response = await client.GetAsync($"/api/url-shortener/links/{code}/stats{query}");
        return await response.ReadAsync<StatsBody>();
    }

    /// <summary>Writes what was counted so far, as the end of a moment does.</summary>
    public static Task FlushAsync(this App app) => app.Services.GetRequiredService<Visits>().FinishAsync();

    /// <summary>One unit of work.</summary>
    public static async Task SaveAsync(this App app, Action<ILinkStats> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        work(scope.ServiceProvider.GetRequiredService<ILinkStats>());
        await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(scope.ServiceProvider.GetRequiredService<UrlShortenerDb>(), CancellationToken.None);
    }

    /// <summary>What others are told of visits, in order.</summary>
    public static async Task<IReadOnlyList<LinkVisited>> VisitsToldAsync(this App app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        var payloads = await db.Set<OutboxEvent>()
            .Where(row => row.Name == "url-shortener.link-visited.v2")
            .OrderBy(row => row.Position)
            .Select(row => row.Payload)
            .ToListAsync();
        return [.. payloads.Select(payload => JsonSerializer.Deserialize<LinkVisited>(payload, JsonSerializerOptions.Web)!)];
    }
}
