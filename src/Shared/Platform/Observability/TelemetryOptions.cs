using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace SystemDesign.Platform.Observability;

/// <summary>
/// Where logs, traces and metrics go: section <c>Telemetry</c>. What it leaves open, OpenTelemetry's own variables say, which
/// operators know: https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/.
/// </summary>
internal sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "Telemetry";

    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ProtocolVariable = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string HttpProtobuf = "http/protobuf";
    private const string Grpc = "grpc";

    /// <summary>A collector's address, such as <c>http://localhost:4318</c>. Without one nothing is collected.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary><c>http/protobuf</c> (the protocol's own default; usually port 4318) or <c>grpc</c> (usually port 4317).</summary>
    public string? OtlpProtocol { get; set; }

    /// <summary>
    /// The share of traces that are kept, from 0 to 1; all, unless said. A request that comes with a trace follows the
    /// decision of whoever began it.
    /// </summary>
    [Range(0, 1, ErrorMessage = $"Set {Section}:{nameof(SamplingRatio)} to a number from 0 to 1.")]
    public double? SamplingRatio { get; set; }

    internal bool UsesGrpc => OtlpProtocol == Grpc;

    public static bool IsOn(IConfiguration configuration) => !string.IsNullOrWhiteSpace(EndpointIn(configuration));

    /// <summary>Takes from OpenTelemetry's variables what the section does not set.</summary>
    public void Complete(IConfiguration configuration)
    {
        OtlpEndpoint = EndpointIn(configuration);
        OtlpProtocol = FirstSet(OtlpProtocol, configuration[ProtocolVariable]) ?? HttpProtobuf;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint is not null && !(Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return new ValidationResult(
                $"Set {Section}:{nameof(OtlpEndpoint)} (or {EndpointVariable}) to a collector's http or https address, for instance http://localhost:4318.");
        }

        if (OtlpProtocol is not (HttpProtobuf or Grpc))
        {
            yield return new ValidationResult($"Set {Section}:{nameof(OtlpProtocol)} (or {ProtocolVariable}) to {HttpProtobuf} or {Grpc}, not '{OtlpProtocol}'.");
        }
    }

    private static string? EndpointIn(IConfiguration configuration) =>
        FirstSet(configuration[$"{Section}:{nameof(OtlpEndpoint)}"], configuration[EndpointVariable]);

    private static string? FirstSet(params string?[] values) => values.FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
}
