using System.Globalization;
using Npgsql;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Stopping;

/// <summary>A table of PostgreSQL that nobody else gets at until this is disposed of.</summary>
internal sealed class LockedTable : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private LockedTable(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<LockedTable> LockAsync(HostData data, string table)
    {
        var connection = new NpgsqlConnection(data.Settings["Persistence:ConnectionString"]);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE", connection);
        await command.ExecuteNonQueryAsync();
        return new(connection);
    }

    /// <summary>The server does it by itself, however late this test is.</summary>
    public async Task ReleaseAfterAsync(TimeSpan time)
    {
        await using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_sleep({time.TotalSeconds}); COMMIT"), connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
