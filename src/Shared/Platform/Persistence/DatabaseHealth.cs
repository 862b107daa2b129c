using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SystemDesign.Platform.Persistence;

/// <summary>Ready when the module's database can be read and a transaction can be committed.</summary>
internal sealed class DatabaseHealth<TDb>(IDbContextFactory<TDb> databases, IWriter<TDb> writer) : IHealthCheck
    where TDb : ModuleDb
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.GetAppliedMigrationsAsync(cancellationToken);
            await writer.RunAsync(db, _ => Task.CompletedTask, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy(exception.Message, exception);
        }
    }
}
