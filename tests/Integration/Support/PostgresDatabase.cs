using Npgsql;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>A database of its own for each application under test, gone afterwards.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private PostgresDatabase(string name) => Name = name;

    public string Name { get; }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = Name, MaxPoolSize = 30 }.ConnectionString;

    private static string Server => Profile.Postgres ?? throw new InvalidOperationException("Set TEST_POSTGRES to a PostgreSQL server's connection string.");

    public static PostgresDatabase Create() => Create(template: "template1");

    public static PostgresDatabase CopyOf(PostgresDatabase original) => Create(original.Name);

    /// <summary>As its owner, whatever role an application uses.</summary>
    public async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends every connection, and takes none any more.</summary>
    public async Task RefuseAsync()
    {
        await ExecuteOnServerAsync($"ALTER DATABASE {Name} WITH ALLOW_CONNECTIONS false");
        await ExecuteOnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Name}'");
    }

    public Task AdmitAsync() => ExecuteOnServerAsync($"ALTER DATABASE {Name} WITH ALLOW_CONNECTIONS true");

    public async ValueTask DisposeAsync() => await ExecuteOnServerAsync($"DROP DATABASE {Name} WITH (FORCE)");

    private static PostgresDatabase Create(string template)
    {
        var database = new PostgresDatabase($"test_{Guid.NewGuid():N}");
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {database.Name} TEMPLATE {template}", connection);
        command.ExecuteNonQuery();
        return database;
    }

    private static async Task ExecuteOnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
