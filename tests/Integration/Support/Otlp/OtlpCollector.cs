using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SystemDesign.Tests.Integration.Support.Otlp;

/// <summary>A collector in the test's process that takes OTLP both ways, over HTTP and over gRPC, and understands it.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private const int GrpcPrefix = 5;

    private readonly WebApplication server;
    private readonly string? refused;
    private readonly Inbox<byte[]> payloads = new();

    private OtlpCollector(WebApplication server, string? refused)
    {
        (this.server, this.refused) = (server, refused);
        Map("traces", "trace.v1.TraceService", request => Spans.Add(Received.Spans(request)));
        Map("metrics", "metrics.v1.MetricsService", request => Metrics.Add(Received.Metrics(request)));
        Map("logs", "logs.v1.LogsService", request => Logs.Add(Received.Logs(request)));
    }

    public string Http => server.Urls.First();

    public string Grpc => server.Urls.Last();

    public Inbox<ReceivedSpan> Spans { get; } = new();

    public Inbox<ReceivedMetric> Metrics { get; } = new();

    public Inbox<ReceivedLog> Logs { get; } = new();

    /// <summary>All that came, byte by byte.</summary>
    public IReadOnlyList<byte[]> Payloads => payloads.All;

    /// <param name="port">Where HTTP is taken; any free port unless said.</param>
    /// <param name="refused">The signal that it has no use for.</param>
    public static async Task<OtlpCollector> StartAsync(int port = 0, string? refused = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // In one process with what it listens to, it would hear of itself, and be told of that, and so on.
        builder.Services.AddSingleton(new ActivitySource("collector"));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        var collector = new OtlpCollector(builder.Build(), refused);
        await collector.server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map(string signal, string grpcName, Action<ProtobufMessage> understand)
    {
        var grpcPath = $"/opentelemetry.proto.collector.{grpcName}/Export";
        if (signal == refused)
        {
            server.MapPost(grpcPath, (HttpContext context) => context.Response.Headers.Append("grpc-status", "16"));
            return;
        }

        server.MapPost($"/v1/{signal}", async context =>
        {
            Assert.Equal("application/x-protobuf", context.Request.ContentType);
            Take(await BodyOfAsync(context.Request), understand);
            context.Response.ContentType = "application/x-protobuf";
        });
        server.MapPost(grpcPath, async context =>
        {
            Take((await BodyOfAsync(context.Request))[GrpcPrefix..], understand);
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[GrpcPrefix]);
            context.Response.AppendTrailer("grpc-status", "0");
        });
    }

    private void Take(byte[] payload, Action<ProtobufMessage> understand)
    {
        payloads.Add([payload]);
        understand(new(payload));
    }

    private static async Task<byte[]> BodyOfAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }
}
