using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;

namespace SystemDesign.Platform.Observability;

/// <summary>
/// The way to the collector. What cannot be delivered is thrown away, since it must never cost the application memory or
/// time; that is said once, and once again when the way is open.
/// </summary>
internal sealed partial class Collector(IOptions<TelemetryOptions> options)
{
    /// <summary>Where nobody answers, and which addresses are refused by somebody who does.</summary>
    private readonly ConcurrentDictionary<string, bool> cut = new();

    private ILogger logger = NullLogger.Instance;

    public void Serve(OtlpExporterOptions exporter, string signal)
    {
        var telemetry = options.Value;
        var endpoint = new Uri(telemetry.OtlpEndpoint!);
        exporter.Protocol = telemetry.UsesGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = telemetry.UsesGrpc ? endpoint : new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/v1/{signal}");
        exporter.HttpClientFactory = () => new HttpClient(new Watch(this) { InnerHandler = new SocketsHttpHandler() }) { Timeout = TimeSpan.FromMilliseconds(exporter.TimeoutMilliseconds) };
    }

    /// <summary>Logging itself exports, so that its logger comes only once everything stands.</summary>
    public void ReportTo(ILogger here) => logger = here;

    private void Answered(Uri address, HttpResponseMessage response)
    {
        if (RefusalOf(response) is { } refusal)
        {
            Report(PlaceOf(address), refusal);
        }
        else if (!cut.IsEmpty)
        {
            Restore(HostOf(address));
            Restore(PlaceOf(address));
        }
    }

    private void Failed(Uri address, Exception exception) =>
        Report(HostOf(address), exception is OperationCanceledException ? "no answer in time" : exception.Message);

    private void Report(string broken, string reason)
    {
        if (cut.TryAdd(broken, true))
        {
            LogCut(broken, reason);
        }
    }

    private void Restore(string broken)
    {
        if (cut.TryRemove(broken, out _))
        {
            LogRestored(broken);
        }
    }

    /// <summary>gRPC answers 200 and refuses in a header of its own.</summary>
    private static string? RefusalOf(HttpResponseMessage response) =>
        !response.IsSuccessStatusCode ? $"it answers {(int)response.StatusCode}"
        : response.Headers.TryGetValues("grpc-status", out var status) && string.Concat(status) is not "0" and var code ? $"it answers gRPC status {code}"
        : null;

    // Without user or password, which an address may contain.
    private static string HostOf(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private static string PlaceOf(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telemetry does not get to {Address} ({Reason}): it is thrown away until it does")]
    private partial void LogCut(string address, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Telemetry gets to {Address} again")]
    private partial void LogRestored(string address);

    private sealed class Watch(Collector collector) : DelegatingHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                var response = base.Send(request, cancellationToken);
                collector.Answered(request.RequestUri!, response);
                return response;
            }
            catch (Exception exception)
            {
                collector.Failed(request.RequestUri!, exception);
                throw;
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                collector.Answered(request.RequestUri!, response);
                return response;
            }
            catch (Exception exception)
            {
                collector.Failed(request.RequestUri!, exception);
                throw;
            }
        }
    }
}
