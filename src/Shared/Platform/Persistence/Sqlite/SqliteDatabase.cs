using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using SQLitePCL;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>One file per module in the data folder, in WAL mode: readers never wait, and writers share commits.</summary>
internal sealed class SqliteDatabase(DataFolder folder, IOptions<PersistenceOptions> options) : IDatabase
{
    private const string UniqueViolationPrefix = "UNIQUE constraint failed: ";

    public string System => "sqlite";

    public void Configure(DbContextOptionsBuilder options, string schema) =>
        Use(options, ConnectionString(schema, SqliteOpenMode.ReadOnly));

    public void ConfigureOwner(DbContextOptionsBuilder options, string schema) =>
        Use(options, ConnectionString(schema, SqliteOpenMode.ReadWriteCreate));

    /// <summary>The connection that a file's only writer keeps for life.</summary>
    public SqliteConnection OpenWriter(string schema)
    {
        var connection = new SqliteConnection(ConnectionString(schema, SqliteOpenMode.ReadWrite));
        connection.Open();
        using var command = connection.CreateCommand();
        // FULL makes a commit durable against power loss, not only against a crash of the process.
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Lets go of the idle ones, so that the writer is the last to close the file and so leaves it whole, without a log beside it.</summary>
    public void CloseReaders(string schema)
    {
        using var reader = new SqliteConnection(ConnectionString(schema, SqliteOpenMode.ReadOnly));
        SqliteConnection.ClearPool(reader);
    }

    public Task<IAsyncDisposable> ClaimAsync(CancellationToken cancellationToken)
    {
        // The folder is claimed for life, so there is nothing to give back after the migrations.
        folder.Own();
        return Task.FromResult<IAsyncDisposable>(new NothingToRelease());
    }

    public async Task VerifyAsync(DbContext owner, CancellationToken cancellationToken)
    {
        var file = ((SqliteConnection)owner.Database.GetDbConnection()).DataSource;
        try
        {
            await owner.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
            if (options.Value.VerifyAtStart
                && await owner.Database.SqlQueryRaw<string>("PRAGMA quick_check(1)").ToListAsync(cancellationToken) is not ["ok"] and [var damage, ..])
            {
                throw Damaged(file, damage, null);
            }

            // SQLite opens a file that it may not write for reading, and says so only at the first write: this is one.
            await owner.Database.ExecuteSqlRawAsync("PRAGMA user_version = 0", cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            throw Damaged(file, exception.Message, exception);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_FULL or raw.SQLITE_IOERR)
        {
            throw new StartRefusedException(
                $"The database file {file} cannot be written ({exception.Message}): give this user the right and the disk the room to write it, or set Data:Path to another folder.", exception);
        }
    }

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

    private static StartRefusedException Damaged(string file, string damage, Exception? cause) =>
        new($"The database file {file} is damaged ({damage.ReplaceLineEndings(" ")}): put a backup in its place, or move it away to start with an empty one.", cause);

    private static void Use(DbContextOptionsBuilder options, string connectionString)
    {
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable("migrations"))
            // The schema is PostgreSQL's; here the file stands for it.
            .ConfigureWarnings(warnings => warnings.IgnoreWhatIsMeant().Ignore(SqliteEventId.SchemaConfiguredWarning))
            .ReplaceService<IHistoryRepository, SqliteHistory>();
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new SqliteStoreTypesExtension());
    }

    private string ConnectionString(string schema, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = folder.File($"{schema}.db"),
        Mode = mode,
        ForeignKeys = true,
        // Only readers come and go; the writer and the migrator each keep theirs and then let go of the file.
        Pooling = mode is SqliteOpenMode.ReadOnly,
    }.ConnectionString;

    private sealed class NothingToRelease : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
