using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.Support.Otlp;

namespace SystemDesign.Tests.Integration.Observability;

/// <summary>
/// How telemetry is turned on, and what a collector that fails must not do. The spans of tests that run beside it would fill its batches too, and
/// these go out when they are full.
/// </summary>
[Trait("Notes", "B2-23")]
[Collection(Alone.Name)]
public sealed class DeliveryTests
{
    /// <summary>Nothing goes out before a test asks for it.</summary>
    private static readonly (string Key, string Value)[] OnDemand =
        [("OTEL_BSP_SCHEDULE_DELAY", "600000"), ("OTEL_BLRP_SCHEDULE_DELAY", "600000"), ("OTEL_METRIC_EXPORT_INTERVAL", "600000")];

    [Fact]
    public async Task Without_a_collector_nothing_of_it_is_there()
    {
        await using var app = new App();

        Assert.Null(app.Services.GetService<TracerProvider>());
        Assert.Null(app.Services.GetService<MeterProvider>());
        Assert.Null(app.Services.GetService<LoggerProvider>());
    }

    [Fact]
    public async Task The_standard_variables_serve_as_well_and_so_does_grpc()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using (var app = new App(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Grpc),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
            ("OTEL_SERVICE_NAME", "shortener"),
            ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test")))
        {
            await FollowAsync(app);
            Flush(app);
        }

        Assert.All(
            [collector.Spans.All[0].Resource, collector.Metrics.All[0].Resource, collector.Logs.All[0].Resource],
            resource => Assert.Equal(("shortener", "test"), (resource["service.name"], resource["deployment.environment.name"])));
    }

    [Fact]
    public async Task What_was_collected_last_is_delivered_before_the_end()
    {
        await using var collector = await OtlpCollector.StartAsync();
        string trace;
        await using (var app = new App([("Telemetry:OtlpEndpoint", collector.Http), .. OnDemand]))
        {
            // The first delivery of a process takes long, and there is a second for the last.
            await FollowAsync(app);
            Flush(app);
            var delivered = collector.Payloads.Count;
            trace = await FollowAsync(app);
            Assert.Equal(delivered, collector.Payloads.Count);
        }

        Assert.Contains(collector.Spans.All, span => span.TraceId == trace && span.Name == "GET /s/{code}");
        Assert.Contains(collector.Metrics.All, metric => metric.Meter == "System.Runtime");
        Assert.Contains(collector.Logs.All, log => log.Message == "Application is shutting down...");
    }

    [Fact]
    public async Task A_collector_that_is_not_there_hurts_nobody_and_is_mentioned_once()
    {
        var port = FreePort.Next();
        await using var app = new App([("Telemetry:OtlpEndpoint", $"http://user:secret@127.0.0.1:{port}"), .. OnDemand]);
        var lines = LogLines.Of(app);

        for (var batch = 0; batch < 3; batch++)
        {
            await FollowAsync(app);
            Flush(app);
        }

        var line = Assert.Single(lines.All, line => line.Contains("Telemetry", StringComparison.Ordinal));
        Assert.StartsWith("Warning SystemDesign.Platform.Observability.Collector: Telemetry does not get to", line, StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:{port} ", line, StringComparison.Ordinal);

        await using var collector = await OtlpCollector.StartAsync(port);
        var trace = await FollowAsync(app);
        Flush(app);
        await collector.Spans.FirstAsync(span => span.TraceId == trace);
        await lines.FirstAsync($"Information SystemDesign.Platform.Observability.Collector: Telemetry gets to http://127.0.0.1:{port} again");
    }

    [Theory]
    [InlineData("http/protobuf", "it answers 404")]
    [InlineData("grpc", "it answers gRPC status 16")]
    public async Task A_collector_that_refuses_is_mentioned_once_for_what_it_refuses(string protocol, string reason)
    {
        await using var collector = await OtlpCollector.StartAsync(refused: "traces");
        var endpoint = protocol == "grpc" ? collector.Grpc : collector.Http;
        await using var app = new App([("Telemetry:OtlpEndpoint", endpoint), ("Telemetry:OtlpProtocol", protocol), .. OnDemand]);
        var lines = LogLines.Of(app);

        for (var batch = 0; batch < 3; batch++)
        {
            await FollowAsync(app);
            Flush(app);
        }

        var line = Assert.Single(lines.All, line => line.Contains("Telemetry", StringComparison.Ordinal));
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.Contains("trace", line, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(collector.Metrics.All);
    }

    [Fact]
    public async Task A_collector_that_never_answers_does_not_hold_up_the_end()
    {
        using var silence = new TcpListener(IPAddress.Loopback, 0);
        silence.Start();
        var app = new App(("Telemetry:OtlpEndpoint", $"http://{silence.LocalEndpoint}"));
        await FollowAsync(app);

        var started = Stopwatch.GetTimestamp();
        await app.DisposeAsync();

        // Three signals of 10 s each, or 5 s by the library's own patience, would be more.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static async Task<string> FollowAsync(App app)
    {
        using var client = app.Anonymous();
        return await client.SendAsync(HttpMethod.Get, "/s/nowhere");
    }

    private static void Flush(App app)
    {
        app.Services.GetRequiredService<TracerProvider>().ForceFlush();
        app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        app.Services.GetRequiredService<LoggerProvider>().ForceFlush();
    }
}
