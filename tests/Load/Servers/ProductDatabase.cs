using Npgsql;

namespace SystemDesign.Tests.Load.Servers;

/// <summary>What the instances of one product share.</summary>
internal sealed class ProductDatabase(string name, ProductServers servers) : IAsyncDisposable
{
    /// <summary>PostgreSQL takes 100 connections unless it is told otherwise, and three instances share them.</summary>
    private const int PoolSize = 25;

    public string ConnectionString { get; } = new NpgsqlConnectionStringBuilder(servers.Postgres) { Database = name, MaxPoolSize = PoolSize }.ConnectionString;

    /// <summary>Of each instance, as on a command line.</summary>
    public IReadOnlyList<string> Settings =>
    [
        "--Persistence:Provider", "Postgres",
        "--Persistence:ConnectionString", ConnectionString,
        "--Redis:ConnectionString", servers.Redis,
        "--Redis:Prefix", $"{name}:",
    ];

    public async ValueTask DisposeAsync() => await servers.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);
}
