using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SystemDesign.Platform.Settings;

namespace SystemDesign.Platform.Observability;

internal static class TelemetryRegistration
{
    /// <summary>
    /// Logs on standard output, always. Logs, traces and metrics to a collector when one is configured (B2-23); otherwise
    /// OpenTelemetry's SDK is not even loaded. To be called first, so that it starts before and ends after what it observes.
    /// </summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddJsonConsole(options =>
        {
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            options.IncludeScopes = true;
        });

        // Its lines on each request carry the query, and a query may carry an access token.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

        builder.Services.AddSettings<TelemetryOptions>(TelemetryOptions.Section);
        builder.Services.AddOptions<TelemetryOptions>().Configure<IConfiguration>((options, configuration) => options.Complete(configuration));
        if (TelemetryOptions.IsOn(builder.Configuration))
        {
            builder.Services.AddOtlpExport();
        }
    }
}
