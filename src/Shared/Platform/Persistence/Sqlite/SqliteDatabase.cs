using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using SQLitePCL;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>One file per module in the data folder.</summary>
internal sealed class SqliteDatabase(DataFolder folder, SqliteFiles files) : IDatabase
{
    private const string UniqueViolationPrefix = "UNIQUE constraint failed: ";

    public string System => "sqlite";

    public void Configure(DbContextOptionsBuilder options, string schema) => Use(options, files.ReaderOf(schema));

    public void ConfigureOwner(DbContextOptionsBuilder options, string schema) => Use(options, files.OwnerOf(schema));

    public Task<IAsyncDisposable> ClaimAsync(CancellationToken cancellationToken)
    {
        // The folder is claimed for life, so there is nothing to give back after the migrations.
        folder.Own();
        return Task.FromResult<IAsyncDisposable>(new NothingToRelease());
    }

    public Task VerifyAsync(DbContext owner, CancellationToken cancellationToken) =>
        files.VerifyAsync((SqliteConnection)owner.Database.GetDbConnection(), cancellationToken);

    public IReadOnlyIndex? FindViolatedIndex(DbUpdateException exception, IReadOnlyModel model)
    {
        // SQLite names the columns of the violated index, not the index: "UNIQUE constraint failed: links.code".
        if (exception.InnerException is not SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE, Message: var message })
        {
            return null;
        }

        var start = message.IndexOf(UniqueViolationPrefix, StringComparison.Ordinal) + UniqueViolationPrefix.Length;
        var columns = message[start..message.LastIndexOf('\'')].Split(", ").Order(StringComparer.Ordinal).ToList();
        return model.GetEntityTypes().SelectMany(entity => entity.GetIndexes())
            .FirstOrDefault(index => index.IsUnique && columns.SequenceEqual(ColumnsOf(index).Order(StringComparer.Ordinal), StringComparer.Ordinal));
    }

    public bool IsLostRace(Exception exception) => exception is DbUpdateConcurrencyException;

    public bool IsOutage(Exception exception) => (exception as SqliteException ?? exception.InnerException as SqliteException)?.SqliteErrorCode
        is raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_BUSY or raw.SQLITE_READONLY or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    /// <summary>A file has one writer, so whoever writes is alone.</summary>
    public Task LockAsync(DbContext db, string name, CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<string> ColumnsOf(IReadOnlyIndex index) =>
        index.Properties.Select(property => $"{index.DeclaringEntityType.GetTableName()}.{property.GetColumnName()}");

    private static void Use(DbContextOptionsBuilder options, string connectionString)
    {
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable("migrations"))
            // The schema is PostgreSQL's; here the file stands for it.
            .ConfigureWarnings(warnings => warnings.IgnoreWhatIsMeant().Ignore(SqliteEventId.SchemaConfiguredWarning))
            .ReplaceService<IHistoryRepository, SqliteHistory>()
            .ReplaceService<IMigrationsSqlGenerator, SqliteTables>();
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new SqliteStoreTypesExtension());
    }

    private sealed class NothingToRelease : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
