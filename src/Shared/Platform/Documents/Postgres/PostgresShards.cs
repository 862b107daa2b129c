using System.Collections.Concurrent;
using SystemDesign.Platform.Persistence.Postgres;

namespace SystemDesign.Platform.Documents.Postgres;

/// <summary>A schema for each shard, on the server of the modules or on one that the shard's own setting names.</summary>
internal sealed class PostgresShards(PostgresDatabase database, DocumentOptions options, SessionLimits limits) : IShards, IAsyncDisposable
{
    /// <summary>By connection string, so that shards on one server share its connections.</summary>
    private readonly ConcurrentDictionary<string, PostgresServer> servers = new(StringComparer.Ordinal);

    public IShard Open(string store, int number) => new PostgresShard(
        options.ServerOf(store, number) is { } connectionString
            ? servers.GetOrAdd(connectionString, _ => new(connectionString, DocumentOptions.ServerSettingOf(store, number), limits))
            : database.Server,
        $"{store}_{number}");

    /// <summary>Only the modules' server is known to those who may have forgotten the others.</summary>
    public async Task<int> CountAsync(string store, CancellationToken cancellationToken)
    {
        await using var command = database.Server.Connections.CreateCommand(
            """
            SELECT coalesce(max(substring(schemaname FROM length($1) + 2)::int), -1) + 1
            FROM pg_tables WHERE tablename = 'documents' AND schemaname ~ ('^' || $1 || '_[0-9]{1,2}$')
            """);
        command.Parameters.Add(new() { Value = store });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers.Values)
        {
            await server.DisposeAsync();
        }
    }
}
