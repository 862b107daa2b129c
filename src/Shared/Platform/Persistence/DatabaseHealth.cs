using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SystemDesign.Platform.Persistence;

/// <summary>Ready when the module's database has the schema that this build expects, and a transaction can be committed.</summary>
internal sealed class DatabaseHealth<TDb>(IDbContextFactory<TDb> databases, IWriter<TDb> writer) : IHealthCheck
    where TDb : ModuleDb
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
            await writer.RunAsync(db, _ => Task.CompletedTask, cancellationToken);
            return pending.Any()
                ? Failed($"Migrations are missing: {string.Join(", ", pending)}.")
                : HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(exception.Message, exception);
        }

        HealthCheckResult Failed(string reason, Exception? exception = null) => new(context.Registration.FailureStatus, reason, exception);
    }
}
