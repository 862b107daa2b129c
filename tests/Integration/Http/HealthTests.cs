using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Http;

public sealed class HealthTests
{
    [Fact]
    public async Task Ready_names_every_database()
    {
        await using var app = new App();
        using var client = app.Anonymous();

        using var report = JsonDocument.Parse(await client.GetStringAsync("/health/ready"));

        Assert.Equal("healthy", report.RootElement.GetProperty("status").GetString());
        Assert.Equal(
            ["database:platform", "database:users", "database:url_shortener"],
            report.RootElement.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task B2_27_Ready_names_the_database_that_fails_and_why_while_live_goes_on()
    {
        await using var app = new App();
        using var client = app.Anonymous();
        await using (var owner = app.Services.GetRequiredService<ModuleDatabase<UrlShortenerDb>>().OpenOwner(app.Services))
        {
            await owner.Database.ExecuteSqlRawAsync(Profile.IsDistributed ? $"DROP TABLE {owner.Schema}.migrations" : "DROP TABLE migrations");
        }

        using var ready = await client.GetAsync("/health/ready");
        using var live = await client.GetAsync("/health/live");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, live.StatusCode));
        using var report = JsonDocument.Parse(await ready.Content.ReadAsStringAsync());
        var failed = Assert.Single(report.RootElement.GetProperty("checks").EnumerateArray(), check => check.GetProperty("status").GetString() != "healthy");
        Assert.Equal("database:url_shortener", failed.GetProperty("name").GetString());
        Assert.Contains("M0001Links", failed.GetProperty("reason").GetString()!, StringComparison.Ordinal);
    }
}
