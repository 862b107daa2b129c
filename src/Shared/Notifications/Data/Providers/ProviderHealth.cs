using Microsoft.Extensions.Diagnostics.HealthChecks;
using SystemDesign.Notifications.Domain.Deliveries;

namespace SystemDesign.Notifications.Data.Providers;

/// <summary>Degraded while a provider is set aside: what it was to deliver goes by another one, or waits. Requests do not notice.</summary>
internal sealed class ProviderHealth(ProviderChain providers) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var setAside = providers.SetAside;
        return Task.FromResult(setAside.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(string.Join(' ', setAside.Select(provider => $"{provider.Key} is set aside: {provider.Value}"))));
    }
}
