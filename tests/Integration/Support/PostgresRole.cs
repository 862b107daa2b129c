using Npgsql;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>A user of a database who is nobody elsewhere on the server, so that a right can be taken from it; gone afterwards.</summary>
internal sealed class PostgresRole : IAsyncDisposable
{
    private readonly PostgresDatabase database;
    private readonly string password = $"{Guid.NewGuid():N}";

    private PostgresRole(PostgresDatabase database) => this.database = database;

    public string Name { get; } = $"role_{Guid.NewGuid():N}";

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = Name, Password = password, MaxPoolSize = 10 }.ConnectionString;

    public static async Task<PostgresRole> CreateAsync(PostgresDatabase database)
    {
        var role = new PostgresRole(database);
        await database.ExecuteAsync($"CREATE ROLE {role.Name} LOGIN PASSWORD '{role.password}'");
        await database.ExecuteAsync($"GRANT CREATE ON DATABASE {database.Name} TO {role.Name}");
        return role;
    }

    public async ValueTask DisposeAsync()
    {
        await database.ExecuteAsync($"DROP OWNED BY {Name} CASCADE");
        await database.ExecuteAsync($"DROP ROLE {Name}");
    }
}
