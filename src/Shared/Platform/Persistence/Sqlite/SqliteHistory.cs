using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>
/// Which migrations a file has seen. EF Core's own keeps a lock in a table, and the row that a killed process leaves
/// there blocks every later start; here the data folder's owner is the only one to migrate, so no lock is needed.
/// </summary>
internal sealed class SqliteHistory(HistoryRepositoryDependencies dependencies) : HistoryRepository(dependencies)
{
    public override LockReleaseBehavior LockReleaseBehavior => LockReleaseBehavior.Explicit;

    protected override string ExistsSql =>
        $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{TableName}'";

    public override IMigrationsDatabaseLock AcquireDatabaseLock() => new OwnedFolder(this);

    public override Task<IMigrationsDatabaseLock> AcquireDatabaseLockAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(AcquireDatabaseLock());

    public override string GetCreateIfNotExistsScript() =>
        GetCreateScript().Replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS", StringComparison.Ordinal);

    public override string GetBeginIfNotExistsScript(string migrationId) => throw NotConditional();

    public override string GetBeginIfExistsScript(string migrationId) => throw NotConditional();

    public override string GetEndIfScript() => throw NotConditional();

    protected override bool InterpretExistsResult(object? value) => value is > 0L;

    private static NotSupportedException NotConditional() => new("SQLite's SQL has no IF, so it has no idempotent migration script.");

    private sealed class OwnedFolder(IHistoryRepository history) : IMigrationsDatabaseLock
    {
        public IHistoryRepository HistoryRepository => history;

        public void Dispose()
        {
            // The folder stays owned until the process ends.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
