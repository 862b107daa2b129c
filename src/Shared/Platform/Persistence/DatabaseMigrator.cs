using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace SystemDesign.Platform.Persistence;

/// <summary>Brings every module's database to the schema that this build expects, and puts in what must be there.</summary>
internal sealed partial class DatabaseMigrator(
    IDatabase database,
    IEnumerable<ModuleDatabase> modules,
    IEnumerable<IFurtherDatabases> furtherDatabases,
    IEnumerable<IInitialData> initialData,
    IServiceProvider provider,
    ILogger<DatabaseMigrator> logger)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var claim = await database.ClaimAsync(cancellationToken);
        foreach (var module in modules)
        {
            await using var owner = module.OpenOwner(provider);
            await database.VerifyAsync(owner, cancellationToken);

            var pending = (await owner.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            if (pending.Count > 0)
            {
                // An index on a table that has grown for years takes what it takes.
                owner.Database.SetCommandTimeout(TimeSpan.Zero);
                await owner.Database.MigrateAsync(cancellationToken);
                LogMigrated(module.Schema, pending.Count);
            }
        }

        foreach (var further in furtherDatabases)
        {
            await further.PrepareAsync(cancellationToken);
        }

        foreach (var data in initialData)
        {
            await data.EnsureAsync(cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Database {Schema}: {Count} migrations applied")]
    private partial void LogMigrated(string schema, int count);
}
