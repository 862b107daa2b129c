using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SQLitePCL;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>The files in the data folder and the ways to open them. In WAL mode: readers never wait, and writers share commits.</summary>
internal sealed class SqliteFiles(DataFolder folder, IOptions<PersistenceOptions> options)
{
    public bool Exists(string name) => File.Exists(PathOf(name));

    /// <summary>For those who come and go: pooled, and unable to write.</summary>
    public string ReaderOf(string name) => ConnectionString(name, SqliteOpenMode.ReadOnly);

    /// <summary>For whoever prepares the file at start; makes it if it is not there.</summary>
    public string OwnerOf(string name) => ConnectionString(name, SqliteOpenMode.ReadWriteCreate);

    /// <summary>The connection that a file's only writer keeps for life.</summary>
    public SqliteConnection OpenWriter(string name)
    {
        var connection = new SqliteConnection(ConnectionString(name, SqliteOpenMode.ReadWrite));
        connection.Open();
        using var command = connection.CreateCommand();
        // FULL makes a commit durable against power loss, not only against a crash of the process.
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Lets go of the idle ones, so that the writer is the last to close the file and so leaves it whole, without a log beside it.</summary>
    public void CloseReaders(string name)
    {
        using var reader = new SqliteConnection(ReaderOf(name));
        SqliteConnection.ClearPool(reader);
    }

    /// <summary>Opens a file for its owner, when it has turned out whole and writable.</summary>
    /// <exception cref="StartRefusedException">It is not; the message names it.</exception>
    public async Task VerifyAsync(SqliteConnection owner, CancellationToken cancellationToken)
    {
        try
        {
            await owner.OpenAsync(cancellationToken);
            await using var command = owner.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync(cancellationToken);
            command.CommandText = "PRAGMA quick_check(1)";
            if (options.Value.VerifyAtStart && await command.ExecuteScalarAsync(cancellationToken) is string damage and not "ok")
            {
                throw Damaged(owner.DataSource, damage, null);
            }

            // SQLite opens a file that it may not write for reading, and says so only at the first write: this is one.
            command.CommandText = "PRAGMA user_version = 0";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            throw Damaged(owner.DataSource, exception.Message, exception);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_FULL or raw.SQLITE_IOERR)
        {
            throw new StartRefusedException(
                $"The database file {owner.DataSource} cannot be written ({exception.Message}): give this user the right and the disk the room to write it, or set Data:Path to another folder.", exception);
        }
    }

    private static StartRefusedException Damaged(string file, string damage, Exception? cause) =>
        new($"The database file {file} is damaged ({damage.ReplaceLineEndings(" ")}): put a backup in its place, or move it away to start with an empty one.", cause);

    private string PathOf(string name) => folder.File($"{name}.db");

    private string ConnectionString(string name, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = PathOf(name),
        Mode = mode,
        ForeignKeys = true,
        // Only readers come and go; the writer and the migrator each keep theirs and then let go of the file.
        Pooling = mode is SqliteOpenMode.ReadOnly,
    }.ConnectionString;
}
