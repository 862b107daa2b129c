using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace SystemDesign.Platform.Stopping;

/// <summary>Not ready from the signal on, so that whoever asks sends requests elsewhere while they are still served here.</summary>
internal sealed class StoppingHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public const string Name = "instance";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("This instance is stopping: send requests to another.")
            : HealthCheckResult.Healthy());
}
