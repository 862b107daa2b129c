using Npgsql;

namespace SystemDesign.Tests.Load.Scenarios;

internal sealed class EventsOnPostgres(string connectionString) : IWaitingEvents
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public async Task InsertAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync("COPY users.outbox (id, name, key, payload, occurred_at) FROM STDIN (FORMAT BINARY)", cancellationToken);
        for (var number = 0; number < count; number++)
        {
            var user = Guid.CreateVersion7();
            await copy.WriteRowAsync(
                cancellationToken,
                Guid.CreateVersion7(),
                IWaitingEvents.Name,
                user.ToString(),
                $$"""{"userId":"{{user}}","deletedAt":"2026-01-01T00:00:00+00:00"}""",
                DateTime.UnixEpoch);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    public async Task WaitUntilSettledAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        using var look = new PeriodicTimer(BetweenLooks);
        while (await NumberAsync(connection, $"SELECT count(*) FROM users.outbox WHERE name = '{IWaitingEvents.Name}' AND settled_at IS NOT NULL", cancellationToken) < count)
        {
            await look.WaitForNextTickAsync(cancellationToken);
        }
    }

    public async Task<double> RateAfterAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await NumberAsync(
            connection,
            $"""
            WITH settled AS (SELECT settled_at FROM users.outbox WHERE name = '{IWaitingEvents.Name}'),
                 warm AS (SELECT settled_at AS since FROM settled ORDER BY settled_at LIMIT 1 OFFSET {count})
            SELECT count(*) / extract(epoch FROM max(settled_at) - min(since))::float8 FROM settled, warm WHERE settled_at > since
            """,
            cancellationToken);
    }

    private static async Task<double> NumberAsync(NpgsqlConnection connection, string query, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(query, connection);
        return Convert.ToDouble(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
