using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SystemDesign.Platform.Storage;

/// <summary>
/// Without its store an instance does all that needs no files: that is degraded, and ready. The store is shared, so to send the
/// requests to another instance would help nobody.
/// </summary>
internal sealed class StorageHealth(IStorage storage) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await storage.ProbeAsync(patience.Token).WaitAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded("Stored objects cannot be read or written: the store does not answer.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded($"Stored objects cannot be read or written: {exception.Message}", exception);
        }
    }
}
