using Npgsql;
using NpgsqlTypes;
using SystemDesign.Platform.Persistence.Postgres;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Platform.Documents.Postgres;

/// <summary>
/// A schema of its own on a server. One statement puts any number of documents, so each is a transaction of its own; the server
/// groups commits by itself.
/// </summary>
internal sealed class PostgresShard(PostgresServer server, string name) : IShard
{
    private const string Given = "unnest($1, $2) AS given(id, body)";

    public string Name => name;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await server.OpenAtStartAsync(cancellationToken);
        try
        {
            // Asked first: IF NOT EXISTS wants the right to make a schema even where there is nothing to make.
            await using var question = new NpgsqlCommand("SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'documents'", connection)
            {
                Parameters = { new() { Value = name } },
            };
            if (await question.ExecuteScalarAsync(cancellationToken) is null)
            {
                // As text and not as jsonb, which refuses the character U+0000 and would give back other bytes than it was given.
                await using var creation = server.Connections.CreateCommand(
                    $"CREATE SCHEMA IF NOT EXISTS {name}; CREATE TABLE {name}.documents (id uuid PRIMARY KEY, body text NOT NULL)");
                await creation.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        catch (PostgresException exception)
        {
            throw new StartRefusedException($"The schema {name} cannot be made ({exception.MessageText}): give the user of {server.Setting} the right to make it.", exception);
        }
    }

    public async Task PutAsync(IReadOnlyList<StoredDocument> documents, CancellationToken cancellationToken)
    {
        await using var put = Command(
            $"INSERT INTO {name}.documents (id, body) SELECT id, body FROM {Given} ON CONFLICT DO NOTHING", Ids(documents), Bodies(documents));
        if (await put.ExecuteNonQueryAsync(cancellationToken) < documents.Count)
        {
            await RequireSameAsync(documents, cancellationToken);
        }
    }

    public async ValueTask<byte[]?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var find = Command($"SELECT body FROM {name}.documents WHERE id = $1", new NpgsqlParameter<Guid> { TypedValue = id });
        await using var row = await find.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? await row.GetFieldValueAsync<byte[]>(0, cancellationToken) : null;
    }

    public async ValueTask<IReadOnlyList<StoredDocument>> FindAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var find = Command($"SELECT id, body FROM {name}.documents WHERE id = ANY($1)", Ids(ids));
        await using var rows = await find.ExecuteReaderAsync(cancellationToken);
        var found = new List<StoredDocument>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(new(rows.GetGuid(0), await rows.GetFieldValueAsync<byte[]>(1, cancellationToken)));
        }

        return found;
    }

    public async Task RemoveAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var remove = Command($"DELETE FROM {name}.documents WHERE id = ANY($1)", Ids(ids));
        await remove.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask<IReadOnlyList<Guid>> ListAsync(Guid after, Guid before, int limit, CancellationToken cancellationToken)
    {
        await using var list = Command(
            $"SELECT id FROM {name}.documents WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3",
            new NpgsqlParameter<Guid> { TypedValue = after },
            new NpgsqlParameter<Guid> { TypedValue = before },
            new NpgsqlParameter<int> { TypedValue = limit });
        await using var rows = await list.ExecuteReaderAsync(cancellationToken);
        var ids = new List<Guid>();
        while (await rows.ReadAsync(cancellationToken))
        {
            ids.Add(rows.GetGuid(0));
        }

        return ids;
    }

    /// <summary>The server's connections are not the shard's alone.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task RequireSameAsync(IReadOnlyList<StoredDocument> documents, CancellationToken cancellationToken)
    {
        await using var others = Command(
            $"SELECT id FROM {Given} JOIN {name}.documents AS stored USING (id) WHERE stored.body <> given.body LIMIT 1", Ids(documents), Bodies(documents));
        if (await others.ExecuteScalarAsync(cancellationToken) is Guid id)
        {
            throw new AnotherDocumentException(id);
        }
    }

    private NpgsqlCommand Command(string statement, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = server.Connections.CreateCommand(statement);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static NpgsqlParameter<Guid[]> Ids(IEnumerable<StoredDocument> documents) => Ids(documents.Select(document => document.Id));

    private static NpgsqlParameter<Guid[]> Ids(IEnumerable<Guid> ids) => new() { TypedValue = [.. ids] };

    /// <summary>The server takes UTF-8 as it is.</summary>
    private static NpgsqlParameter<byte[][]> Bodies(IEnumerable<StoredDocument> documents) =>
        new() { TypedValue = [.. documents.Select(document => document.Body)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
