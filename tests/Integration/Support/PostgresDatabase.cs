using Npgsql;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>A database of its own for each application under test, gone afterwards.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string name;

    private PostgresDatabase(string name) => this.name = name;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 30 }.ConnectionString;

    private static string Server => Profile.Postgres ?? throw new InvalidOperationException("Set TEST_POSTGRES to a PostgreSQL server's connection string.");

    public static PostgresDatabase Create()
    {
        var database = new PostgresDatabase($"test_{Guid.NewGuid():N}");
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {database.name}", connection);
        command.ExecuteNonQuery();
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP DATABASE {name} WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }
}
