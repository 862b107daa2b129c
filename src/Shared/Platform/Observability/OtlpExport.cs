using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SystemDesign.Platform.Observability;

/// <summary>What goes to the collector: everything of ours, and what the frameworks tell of themselves.</summary>
internal static class OtlpExport
{
    private const string Traces = "traces";
    private const string Metrics = "metrics";
    private const string Logs = "logs";

    /// <summary>Npgsql's are not among them: a query is a span of ours, without its SQL.</summary>
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "SystemDesign.*"];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Diagnostics",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Npgsql",
        "System.Net.Http",
        "System.Runtime",
        "SystemDesign.*",
    ];

    /// <summary>For durations whose instrument advises none: from a redirect out of memory to a request that is given up.</summary>
    private static readonly double[] Seconds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    public static void AddOtlpExport(this IServiceCollection services)
    {
        services.AddSingleton<Collector>();
        services.AddHostedService<ExportLifetime>();
        foreach (var signal in new[] { Traces, Metrics, Logs })
        {
            services.AddOptions<OtlpExporterOptions>(signal).Configure<Collector>((exporter, collector) => collector.Serve(exporter, signal));
        }

        services.ConfigureOpenTelemetryTracerProvider(Sample);
        new Builder(services)
            .ConfigureResource(Identify)
            .WithTracing(tracing => tracing.AddSource(Sources).AddOtlpExporter(Traces, null))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddView(BucketsOf).AddOtlpExporter(Metrics, configure: null))
            .WithLogging(logging => logging.AddOtlpExporter(Logs, configureExporter: null), options => options.IncludeFormattedMessage = true);
    }

    /// <summary>Who speaks. <c>OTEL_SERVICE_NAME</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> come last, so that they prevail.</summary>
    private static void Identify(ResourceBuilder resource) => resource
        .Clear()
        .AddService("system-design", serviceVersion: Version(), autoGenerateServiceInstanceId: true)
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();

    private static string? Version() =>
        typeof(OtlpExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    private static void Sample(IServiceProvider provider, TracerProviderBuilder tracing)
    {
        if (provider.GetRequiredService<IOptions<TelemetryOptions>>().Value.SamplingRatio is { } ratio)
        {
            tracing.SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(ratio)));
        }
    }

    /// <summary>OpenTelemetry's default buckets are for milliseconds: with seconds in them, everything would be in the first.</summary>
    private static ExplicitBucketHistogramConfiguration? BucketsOf(Instrument instrument) =>
        instrument is Histogram<double> { Unit: "s", Advice: null } ? new() { Boundaries = Seconds } : null;

    /// <summary>OpenTelemetry.Extensions.Hosting has one like it; it is all that would be used of that package.</summary>
    private sealed class Builder(IServiceCollection services) : IOpenTelemetryBuilder
    {
        public IServiceCollection Services => services;
    }
}
