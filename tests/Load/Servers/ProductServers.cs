using Npgsql;

namespace SystemDesign.Tests.Load.Servers;

/// <summary>What instances share, as whoever measures names it.</summary>
/// <param name="Postgres">A connection string whose role may create databases.</param>
/// <param name="Redis">A server.</param>
internal sealed record ProductServers(string Postgres, string Redis)
{
    /// <returns>Nothing, if the command line does not name both.</returns>
    public static ProductServers? In(LoadOptions options) => options is { Postgres: { } postgres, Redis: { } redis } ? new(postgres, redis) : null;

    /// <summary>A database that nobody has used, to be dropped by disposing of it.</summary>
    public async Task<ProductDatabase> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"load_{Guid.CreateVersion7():N}";
        await ExecuteAsync($"CREATE DATABASE {name}", cancellationToken);
        return new(name, this);
    }

    public async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Postgres);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
