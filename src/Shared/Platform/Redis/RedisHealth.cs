using Microsoft.Extensions.Diagnostics.HealthChecks;
using SystemDesign.Platform.Outages;

namespace SystemDesign.Platform.Redis;

/// <summary>An instance without Redis serves, only slower and with limits of its own: that is degraded, and ready.</summary>
internal sealed class RedisHealth(RedisServer server) : IHealthCheck
{
    private const string Consequence =
        "caches are not shared, other instances hear of changes up to 5 s later and of events at the next poll, and limits are counted by each instance or closed.";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Circuit.Patience);
        try
        {
            var redis = await server.OpenAsync(patience.Token);
            await redis.PingAsync().WaitAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded($"Redis does not answer: {Consequence}");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded($"Redis cannot be used: {Consequence}", exception);
        }
    }
}
