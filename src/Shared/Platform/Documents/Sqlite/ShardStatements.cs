using Microsoft.Data.Sqlite;

namespace SystemDesign.Platform.Documents.Sqlite;

/// <summary>What a shard's writer does, prepared once for its connection. Used by one at a time.</summary>
internal sealed class ShardStatements : IDisposable
{
    private readonly SqliteParameter id = new("$id", SqliteType.Blob);
    private readonly SqliteParameter body = new("$body", SqliteType.Blob);
    private readonly SqliteCommand put;
    private readonly SqliteCommand isSame;
    private readonly SqliteCommand remove;

    public ShardStatements(SqliteConnection connection)
    {
        // UTF-8 is what the file's text is in, so that the cast costs nothing and a person can read the column.
        put = new("INSERT INTO documents (id, body) VALUES ($id, CAST($body AS TEXT)) ON CONFLICT DO NOTHING", connection) { Parameters = { id, body } };
        isSame = new("SELECT body = CAST($body AS TEXT) FROM documents WHERE id = $id", connection) { Parameters = { id, body } };
        remove = new("DELETE FROM documents WHERE id = $id", connection) { Parameters = { id } };
    }

    /// <exception cref="InvalidOperationException">Another document has the id.</exception>
    public void Put(IReadOnlyList<StoredDocument> documents, SqliteTransaction transaction)
    {
        put.Transaction = transaction;
        foreach (var document in documents)
        {
            id.Value = document.Id.ToByteArray(bigEndian: true);
            body.Value = document.Body;
            if (put.ExecuteNonQuery() == 0 && !IsSame(transaction))
            {
                throw new AnotherDocumentException(document.Id);
            }
        }
    }

    public void Remove(IReadOnlyList<Guid> ids, SqliteTransaction transaction)
    {
        remove.Transaction = transaction;
        foreach (var removed in ids)
        {
            id.Value = removed.ToByteArray(bigEndian: true);
            remove.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        put.Dispose();
        isSame.Dispose();
        remove.Dispose();
    }

    private bool IsSame(SqliteTransaction transaction)
    {
        isSame.Transaction = transaction;
        return isSame.ExecuteScalar() is 1L;
    }
}
