using System.Net.Http.Json;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.Support.Otlp;

namespace SystemDesign.Tests.Integration.Observability;

/// <summary>What a collector is told, read off the wire.</summary>
[Trait("Notes", "B2-23")]
public sealed class ExportTests(ObservedHost observed) : IClassFixture<ObservedHost>
{
    private OtlpCollector Collector => observed.Collector;

    [Fact]
    public async Task A_creation_is_one_trace_from_its_caller_to_the_disk()
    {
        using var client = await observed.Client().SignedInAsync();
        using var body = JsonContent.Create(new { url = "https://example.org/observed" });

        var trace = await client.SendAsync(HttpMethod.Post, "/api/url-shortener/links", body);

        var server = await SpanAsync(trace, "POST /api/url-shortener/links");
        var command = await SpanAsync(trace, "ShortenLink");
        var write = await SpanAsync(trace, "url_shortener write");
        Assert.Equal((Traced.CallerId, server.SpanId, command.SpanId), (server.ParentId, command.ParentId, write.ParentId));
        Assert.Equal(("Microsoft.AspNetCore", "SystemDesign.UrlShortener", "SystemDesign.Persistence"), (server.Source, command.Source, write.Source));
        Assert.Equal((ReceivedSpan.Server, ReceivedSpan.Client), (server.Kind, write.Kind));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["http.request.method"] = "POST",
                ["http.route"] = "/api/url-shortener/links",
                ["http.response.status_code"] = "201",
                ["network.protocol.version"] = "1.1",
                ["server.address"] = observed.Address.Host,
                ["server.port"] = $"{observed.Address.Port}",
                ["url.path"] = "/api/url-shortener/links",
                ["url.scheme"] = "http",
            },
            server.Attributes);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["db.system.name"] = Profile.IsDistributed ? "postgresql" : "sqlite",
                ["db.namespace"] = "url_shortener",
                ["db.operation.name"] = "write",
            },
            write.Attributes);
    }

    [Fact]
    public async Task A_query_is_a_span_of_the_request_that_asks()
    {
        using var client = await observed.Client().SignedInAsync();
        using var created = await client.ShortenAsync("https://example.org/asked");
        var link = await created.ReadAsync<LinkBody>();

        var trace = await client.SendAsync(HttpMethod.Get, $"/api/url-shortener/links/{link.Code}");

        var query = await SpanAsync(trace, "ReadLink");
        var read = await SpanAsync(trace, "url_shortener read");
        Assert.Equal((query.SpanId, ReceivedSpan.Client, 0), (read.ParentId, read.Kind, read.Status));
        Assert.Equal("read", read.Attributes["db.operation.name"]);
    }

    [Fact]
    public async Task Everything_says_which_instance_of_what_it_is_about()
    {
        var trace = await SendAsync(HttpMethod.Get, "/health/live");

        var span = await SpanAsync(trace, "GET /health/live");
        var metric = await Collector.Metrics.FirstAsync(_ => true);
        var log = await Collector.Logs.FirstAsync(_ => true);
        Assert.Equal("system-design", span.Resource["service.name"]);
        Assert.NotEmpty(span.Resource["service.version"]);
        Assert.NotEmpty(span.Resource["service.instance.id"]);
        Assert.Equal(span.Resource, metric.Resource);
        Assert.Equal(span.Resource, log.Resource);
    }

    [Fact]
    public async Task A_line_of_the_log_belongs_to_the_trace_that_wrote_it()
    {
        var trace = await SendAsync(HttpMethod.Get, "/s/nowhere");

        var server = await SpanAsync(trace, "GET /s/{code}");

        // One of several of the request, which come in batches, and those in no order.
        var line = await Collector.Logs.FirstAsync(log => log.TraceId == trace && log.Message.Contains("nowhere", StringComparison.Ordinal));
        Assert.Equal((server.SpanId, "Debug"), (line.SpanId, line.Level));
        Assert.StartsWith("Microsoft.AspNetCore.Routing", line.Category, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/no/such/route", "GET", "404")]
    [InlineData("BREW", "/s/nowhere", "HTTP", "405")]
    [InlineData("HEAD", "/s/nowhere", "HEAD /s/{code}", "404")]
    public async Task A_refusal_is_no_error_of_the_server_and_names_no_route_that_is_none(string method, string path, string name, string status)
    {
        var trace = await SendAsync(new HttpMethod(method), path);

        var server = await Collector.Spans.FirstAsync(span => span.TraceId == trace && span.Kind == ReceivedSpan.Server);
        Assert.Equal((name, 0), (server.Name, server.Status));
        Assert.Equal(status, server.Attributes["http.response.status_code"]);
        Assert.Equal(method is "BREW" ? "_OTHER" : method, server.Attributes["http.request.method"]);
        Assert.Equal(name.Contains('/', StringComparison.Ordinal), server.Attributes.ContainsKey("http.route"));
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting", "http.server.request.duration", "s")]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel", "kestrel.active_connections", "{connection}")]
    [InlineData("Microsoft.AspNetCore.Routing", "aspnetcore.routing.match_attempts", "{match_attempt}")]
    [InlineData("System.Runtime", "dotnet.process.memory.working_set", "By")]
    [InlineData("SystemDesign.Requests", "systemdesign.request.duration", "s")]
    [InlineData("SystemDesign.Persistence", "db.client.operation.duration", "s")]
    public async Task Metrics_come_with_their_units(string meter, string name, string unit)
    {
        using var client = await observed.Client().SignedInAsync();
        using var created = await client.ShortenAsync("https://example.org/measured");

        var metric = await Collector.Metrics.FirstAsync(metric => metric.Meter == meter && metric.Name == name);

        Assert.Equal(unit, metric.Unit);
        Assert.NotEmpty(metric.Points);
    }

    [Fact]
    public async Task Durations_are_told_apart_below_a_second_and_by_who_asked_what()
    {
        using var client = await observed.Client().SignedInAsync();
        using var created = await client.ShortenAsync("https://example.org/measured");

        var requests = await Collector.Metrics.FirstAsync(metric => metric.Name == "systemdesign.request.duration"
            && metric.Points.Any(point => point["request"] == "ShortenLink" && point["outcome"] == "ok"));
        var databases = await Collector.Metrics.FirstAsync(metric => metric is { Meter: "SystemDesign.Persistence", Name: "db.client.operation.duration" }
            && metric.Points.Any(point => point["db.namespace"] == "url_shortener" && point["db.operation.name"] == "write"));

        Assert.All([requests, databases], metric => Assert.Contains(metric.Bounds, bound => bound is > 0 and < 0.001));
    }

    [EmbeddedFact]
    public async Task The_writer_tells_how_many_shared_a_commit_and_how_long_they_waited()
    {
        using var client = await observed.Client().SignedInAsync();
        using var created = await client.ShortenAsync("https://example.org/committed");

        var commits = await Collector.Metrics.FirstAsync(metric => metric.Name == "systemdesign.persistence.commit.size");
        var waits = await Collector.Metrics.FirstAsync(metric => metric.Name == "systemdesign.persistence.queue.duration");

        Assert.Equal(("{write}", "s"), (commits.Unit, waits.Unit));
        Assert.Equal([1, 2, 4, 8, 16, 32, 64], commits.Bounds);
    }

    private Task<ReceivedSpan> SpanAsync(string trace, string name) => Collector.Spans.FirstAsync(span => span.TraceId == trace && span.Name == name);

    private async Task<string> SendAsync(HttpMethod method, string address)
    {
        using var client = observed.Client();
        return await client.SendAsync(method, address);
    }
}
