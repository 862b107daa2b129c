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

        using var ready = await ReadyAsync(client);
        using var report = JsonDocument.Parse(await ready.Content.ReadAsStringAsync());

        Assert.Equal("healthy", report.RootElement.GetProperty("status").GetString());
        IEnumerable<string> checks =
        [
            "storage", "database:platform", "database:users", "database:notifications", "providers:notifications", "database:media", "database:analytics",
            "database:url_shortener", "documents:url_shortener_documents", "database:twitter", "instance",
        ];
        Assert.Equal(
            Profile.IsDistributed && Profile.Redis is not null ? checks.Prepend("redis") : checks,
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

        using var ready = await ReadyAsync(client);
        using var live = await client.GetAsync("/health/live");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, live.StatusCode));
        using var report = JsonDocument.Parse(await ready.Content.ReadAsStringAsync());
        var failed = Assert.Single(report.RootElement.GetProperty("checks").EnumerateArray(), check => check.GetProperty("status").GetString() != "healthy");
        Assert.Equal("database:url_shortener", failed.GetProperty("name").GetString());
        Assert.Contains("M0001Links", failed.GetProperty("reason").GetString()!, StringComparison.Ordinal);
    }

    [DistributedFact]
    [Trait("Notes", "B2-27")]
    public async Task Ready_names_the_schema_that_a_role_may_not_use_any_more_and_recovers_with_the_right()
    {
        await using var database = PostgresDatabase.Create();
        await using var role = await PostgresRole.CreateAsync(database);
        await using var app = new App(("Persistence:ConnectionString", role.ConnectionString));
        using var client = app.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await FailuresAsync(client)).Status);

        await database.ExecuteAsync($"REVOKE USAGE ON SCHEMA url_shortener FROM {role.Name}");
        var (status, failures) = await FailuresAsync(client);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        var (name, reason) = Assert.Single(failures);
        Assert.Equal("database:url_shortener", name);
        Assert.Contains("permission denied for schema url_shortener", reason, StringComparison.Ordinal);

        await database.ExecuteAsync($"GRANT USAGE ON SCHEMA url_shortener TO {role.Name}");
        Assert.Equal(HttpStatusCode.OK, (await FailuresAsync(client)).Status);
    }

    [DistributedFact]
    [Trait("Notes", "B2-27")]
    public async Task Without_its_database_an_instance_answers_503_and_says_when_to_come_again()
    {
        await using var database = PostgresDatabase.Create();
        await using var app = new App(("Persistence:ConnectionString", database.ConnectionString));
        using var client = await app.Anonymous().SignedInAsync();
        await database.RefuseAsync();

        using var refused = await client.GetAsync("/api/url-shortener/links");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("unavailable", (await refused.ProblemAsync()).Code);
        Assert.Equal(TimeSpan.FromSeconds(2), refused.Headers.RetryAfter!.Delta);
        using var nobody = app.Anonymous();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await FailuresAsync(nobody)).Status);

        await database.AdmitAsync();
        using var served = await client.GetAsync("/api/url-shortener/links");
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    /// <summary>On a busy machine a server may answer late beside: that degrades, and is asked again.</summary>
    private static async Task<HttpResponseMessage> ReadyAsync(HttpClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            var response = await client.GetAsync("/health/ready", patience.Token);
            if (!(await response.Content.ReadAsStringAsync()).Contains("does not answer", StringComparison.Ordinal))
            {
                return response;
            }

            response.Dispose();
        }
    }

    private static async Task<(HttpStatusCode Status, IReadOnlyList<(string? Name, string? Reason)> Failures)> FailuresAsync(HttpClient client)
    {
        using var response = await ReadyAsync(client);
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, [
            .. from check in report.RootElement.GetProperty("checks").EnumerateArray()
               where check.GetProperty("status").GetString() != "healthy"
               select (check.GetProperty("name").GetString(), check.GetProperty("reason").GetString())]);
    }
}
