using Microsoft.Data.Sqlite;

namespace SystemDesign.Platform.Documents.Sqlite;

/// <summary>A connection that can only read, with its statements prepared. Used by one at a time.</summary>
internal sealed class ShardReader : IDisposable
{
    private readonly SqliteParameter id = new("$id", SqliteType.Blob);
    private readonly SqliteParameter after = new("$after", SqliteType.Blob);
    private readonly SqliteParameter before = new("$before", SqliteType.Blob);
    private readonly SqliteParameter limit = new("$limit", SqliteType.Integer);
    private readonly SqliteConnection connection;
    private readonly SqliteCommand find;
    private readonly SqliteCommand list;

    public ShardReader(string connectionString)
    {
        connection = new(connectionString);
        find = new("SELECT body FROM documents WHERE id = $id", connection) { Parameters = { id } };
        list = new("SELECT id FROM documents WHERE id > $after AND id < $before ORDER BY id LIMIT $limit", connection) { Parameters = { after, before, limit } };
        connection.Open();
    }

    public byte[]? Find(Guid document)
    {
        id.Value = document.ToByteArray(bigEndian: true);
        using var row = find.ExecuteReader();
        return row.Read() ? row.GetFieldValue<byte[]>(0) : null;
    }

    public IReadOnlyList<Guid> List(Guid from, Guid to, int count)
    {
        after.Value = from.ToByteArray(bigEndian: true);
        before.Value = to.ToByteArray(bigEndian: true);
        limit.Value = count;
        using var rows = list.ExecuteReader();
        var ids = new List<Guid>();
        while (rows.Read())
        {
            ids.Add(new(rows.GetFieldValue<byte[]>(0), bigEndian: true));
        }

        return ids;
    }

    public void Dispose()
    {
        find.Dispose();
        list.Dispose();
        connection.Dispose();
    }
}
