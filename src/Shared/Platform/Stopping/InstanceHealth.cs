using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace SystemDesign.Platform.Stopping;

/// <summary>
/// Not ready from the signal on, so that whoever asks sends requests elsewhere while they are still served here. No check like the
/// others: of one that fails the framework logs an error, and a stop is none.
/// </summary>
internal static class InstanceHealth
{
    private const string Name = "instance";

    private const string Stopping = "This instance is stopping: send requests to another.";

    public static HealthReport WithInstance(this HealthReport report, IServiceProvider services)
    {
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested;
        var entry = new HealthReportEntry(stopping ? HealthStatus.Unhealthy : HealthStatus.Healthy, stopping ? Stopping : null, TimeSpan.Zero, null, null);
        return new(new Dictionary<string, HealthReportEntry>(report.Entries) { [Name] = entry }, report.TotalDuration);
    }
}
