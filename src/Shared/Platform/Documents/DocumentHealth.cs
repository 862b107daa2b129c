using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SystemDesign.Platform.Documents;

/// <summary>Ready when every shard of the store can be read and written; otherwise it says which cannot, and why.</summary>
internal sealed class DocumentHealth(DocumentShards shards) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failures = await Task.WhenAll(Enumerable.Range(0, shards.Count).Select(number => FailureOfAsync(number, cancellationToken)));
        var reasons = string.Join(' ', failures.OfType<string>());
        return reasons.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(reasons);
    }

    /// <summary>Nobody has the empty id, so nothing is found and nothing removed.</summary>
    private async Task<string?> FailureOfAsync(int number, CancellationToken cancellationToken)
    {
        try
        {
            await shards[number].FindAsync(Guid.Empty, cancellationToken);
            await shards[number].RemoveAsync([Guid.Empty], cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return $"Shard {number} ({shards[number].Name}): {exception.Message}";
        }
    }
}
