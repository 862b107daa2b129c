using Npgsql;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Stopping;

/// <summary>What a host on PostgreSQL has in its tables.</summary>
internal static class Rows
{
    public static async Task<long> CountAsync(this HostData data, string table, string condition)
    {
        await using var connection = new NpgsqlConnection(data.Settings["Persistence:ConnectionString"]);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT COUNT(*) FROM {table} WHERE {condition}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Asks again and again, since nobody tells.</summary>
    public static async Task UntilAnyAsync(this HostData data, string table, string condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await data.CountAsync(table, condition) == 0)
        {
            await tick.WaitForNextTickAsync(patience.Token);
        }
    }
}
