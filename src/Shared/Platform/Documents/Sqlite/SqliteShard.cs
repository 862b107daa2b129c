using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Persistence.Sqlite;

namespace SystemDesign.Platform.Documents.Sqlite;

/// <summary>A file of its own with one writer and any number of readers. Past EF Core: its whole traffic is three statements.</summary>
internal sealed class SqliteShard(SqliteFiles files, string name, DatabaseTelemetry telemetry) : IShard
{
    private readonly SqliteWriter writer = new(files, name, telemetry);

    /// <summary>The idle ones. A reader never waits, so there are never more than threads.</summary>
    private readonly ConcurrentBag<ShardReader> readers = [];

    /// <summary>The writer's alone.</summary>
    private (SqliteConnection Connection, ShardStatements Statements)? prepared;

    public string Name => name;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var owner = new SqliteConnection(files.OwnerOf(name));
        await files.VerifyAsync(owner, cancellationToken);

        // Without a row id the documents lie in the order of their ids, in one tree.
        await using var command = new SqliteCommand("CREATE TABLE IF NOT EXISTS documents (id BLOB NOT NULL PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID", owner);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task PutAsync(IReadOnlyList<StoredDocument> documents, CancellationToken cancellationToken) =>
        WriteAsync((statements, transaction) => statements.Put(documents, transaction), cancellationToken);

    public ValueTask<byte[]?> FindAsync(Guid id, CancellationToken cancellationToken) => new(Read(reader => reader.Find(id)));

    /// <summary>A question costs no way here, so they are asked one by one.</summary>
    public ValueTask<IReadOnlyList<StoredDocument>> FindAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        new(Read<IReadOnlyList<StoredDocument>>(reader =>
            [.. from id in ids let body = reader.Find(id) where body is not null select new StoredDocument(id, body)]));

    public Task RemoveAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        WriteAsync((statements, transaction) => statements.Remove(ids, transaction), cancellationToken);

    public ValueTask<IReadOnlyList<Guid>> ListAsync(Guid after, Guid before, int limit, CancellationToken cancellationToken) =>
        new(Read(reader => reader.List(after, before, limit)));

    public async ValueTask DisposeAsync()
    {
        await writer.CloseAsync();
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        files.CloseReaders(name);
        prepared?.Statements.Dispose();
        await writer.DisposeAsync();
    }

    private Task WriteAsync(Action<ShardStatements, SqliteTransaction> work, CancellationToken cancellationToken) =>
        writer.RunAsync(new ShardWrite((connection, transaction) => work(StatementsOn(connection), transaction), cancellationToken), cancellationToken);

    /// <summary>The writer takes a new connection when a commit has failed.</summary>
    private ShardStatements StatementsOn(SqliteConnection connection)
    {
        if (prepared is { } known && known.Connection == connection)
        {
            return known.Statements;
        }

        prepared?.Statements.Dispose();
        var statements = new ShardStatements(connection);
        prepared = (connection, statements);
        return statements;
    }

    private TAnswer Read<TAnswer>(Func<ShardReader, TAnswer> read)
    {
        var reader = readers.TryTake(out var idle) ? idle : new(files.ReaderOf(name));
        try
        {
            var answer = read(reader);
            readers.Add(reader);
            return answer;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
