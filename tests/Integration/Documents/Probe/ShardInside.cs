using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Documents.Probe;

/// <summary>A shard's file or schema past the store, as its operator would look into it.</summary>
internal sealed class ShardInside(HostData data, int shard)
{
    public string Name => $"{SheetApp.StoreName}_{shard}";

    public string File => Path.Combine(data.Settings["Data:Path"], $"{Name}.db");

    /// <summary>The table as a statement names it.</summary>
    public string Documents => Beside("documents");

    /// <summary>Another table, as a statement names it.</summary>
    public string Beside(string table) => Profile.IsDistributed ? $"{Name}.{table}" : table;

    public async Task<DbConnection> OpenAsync(string? database = null)
    {
        DbConnection connection = Profile.IsDistributed
            ? new NpgsqlConnection(database ?? data.Settings["Persistence:ConnectionString"])
            : new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    public async Task ExecuteAsync(string statements)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statements;
        await command.ExecuteNonQueryAsync();
    }

    /// <param name="database">Another server's, if the shard lies there.</param>
    public async Task<IReadOnlySet<Guid>> IdsAsync(string? database = null)
    {
        await using var connection = await OpenAsync(database);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id FROM {Documents}";
        await using var rows = await command.ExecuteReaderAsync();
        var ids = new HashSet<Guid>();
        while (await rows.ReadAsync())
        {
            ids.Add(Profile.IsDistributed ? rows.GetGuid(0) : new(await rows.GetFieldValueAsync<byte[]>(0), bigEndian: true));
        }

        return ids;
    }
}
