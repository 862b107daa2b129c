using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.Support.Otlp;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Observability;

[Trait("Notes", "B2-23")]
public sealed class FailureTests
{
    [Fact]
    public async Task A_defect_is_seen_in_its_spans_and_its_log_line()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var app = new App(("Telemetry:OtlpEndpoint", collector.Http), ("OTEL_BSP_SCHEDULE_DELAY", "20"), ("OTEL_BLRP_SCHEDULE_DELAY", "20"));
        await using (var owner = app.Services.GetRequiredService<ModuleDatabase<UrlShortenerDb>>().OpenOwner(app.Services))
        {
            await owner.Database.ExecuteSqlRawAsync(Profile.IsDistributed ? "DROP TABLE url_shortener.links CASCADE" : "DROP TABLE links");
        }

        using var client = app.Anonymous();
        var trace = await client.SendAsync(HttpMethod.Get, "/s/a-code");

        var server = await collector.Spans.FirstAsync(span => span.TraceId == trace && span.Name == "GET /s/{code}");
        var read = await collector.Spans.FirstAsync(span => span.TraceId == trace && span.Name == "url_shortener read");
        var line = await collector.Logs.FirstAsync(log => log.TraceId == trace && log.Level == "Error");
        var cause = Profile.IsDistributed ? "Npgsql.PostgresException" : "Microsoft.Data.Sqlite.SqliteException";
        Assert.Equal((ReceivedSpan.Error, ReceivedSpan.Error), (server.Status, read.Status));
        Assert.Equal((cause, cause), (server.Attributes["error.type"], read.Attributes["error.type"]));
        Assert.EndsWith(line.Attributes["exception.type"], cause, StringComparison.Ordinal);
    }
}
