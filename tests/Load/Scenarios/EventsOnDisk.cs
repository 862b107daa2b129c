using Microsoft.Data.Sqlite;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>The outbox of Users and the inbox of UrlShortener in the files of a host, seen from outside.</summary>
internal sealed class EventsOnDisk(string folder) : IWaitingEvents
{
    private const string Name = IWaitingEvents.Name;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>As if so many users had left while no dispatcher ran.</summary>
    public async Task InsertAsync(int count, CancellationToken cancellationToken)
    {
        await using var users = await OpenAsync("users", SqliteOpenMode.ReadWrite, cancellationToken);
        await using var transaction = await users.BeginTransactionAsync(cancellationToken);
        await using var insert = users.CreateCommand();
        insert.CommandText = "INSERT INTO outbox (id, name, key, payload, occurred_at) VALUES ($id, $name, $key, $payload, 0)";
        insert.Parameters.AddWithValue("$name", Name);
        var (id, key, payload) = (insert.Parameters.Add("$id", SqliteType.Blob), insert.Parameters.Add("$key", SqliteType.Text), insert.Parameters.Add("$payload", SqliteType.Text));
        for (var number = 0; number < count; number++)
        {
            var user = Guid.CreateVersion7();
            id.Value = Guid.CreateVersion7().ToByteArray(bigEndian: true);
            key.Value = user.ToString();
            payload.Value = $$"""{"userId":"{{user}}","deletedAt":"2026-01-01T00:00:00+00:00"}""";
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task WaitUntilSettledAsync(int count, CancellationToken cancellationToken)
    {
        await using var users = await OpenAsync("users", SqliteOpenMode.ReadOnly, cancellationToken);
        using var look = new PeriodicTimer(BetweenLooks);
        while (await NumberAsync(users, $"SELECT count(*) FROM outbox WHERE name = '{Name}' AND settled_at IS NOT NULL", cancellationToken) < count)
        {
            await look.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Events settled in a second, from when the first <paramref name="count"/> were.</summary>
    public async Task<double> RateAfterAsync(int count, CancellationToken cancellationToken)
    {
        await using var users = await OpenAsync("users", SqliteOpenMode.ReadOnly, cancellationToken);
        var from = await NumberAsync(users, $"SELECT settled_at FROM outbox WHERE name = '{Name}' ORDER BY settled_at LIMIT 1 OFFSET {count}", cancellationToken);
        var to = await NumberAsync(users, $"SELECT max(settled_at) FROM outbox WHERE name = '{Name}'", cancellationToken);
        var settled = await NumberAsync(users, $"SELECT count(*) FROM outbox WHERE name = '{Name}' AND settled_at > {from}", cancellationToken);
        return settled / TimeSpan.FromMicroseconds(to - from).TotalSeconds;
    }

    /// <summary>Milliseconds from the telling of each event, before its commit, to its handler; in their order.</summary>
    public async Task<IReadOnlyList<double>> TimesAsync(CancellationToken cancellationToken)
    {
        await using var users = await OpenAsync("users", SqliteOpenMode.ReadOnly, cancellationToken);
        await using var query = users.CreateCommand();
        query.CommandText = $"""
            ATTACH DATABASE '{Path.Combine(folder, "url_shortener.db")}' AS shortener;
            SELECT handled_at - occurred_at FROM outbox JOIN shortener.inbox ON event_id = outbox.id WHERE name = '{Name}' ORDER BY position;
            """;
        var times = new List<double>();
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            times.Add(TimeSpan.FromMicroseconds(reader.GetInt64(0)).TotalMilliseconds);
        }

        return times;
    }

    private static async Task<long> NumberAsync(SqliteConnection connection, string query, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<SqliteConnection> OpenAsync(string database, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, $"{database}.db"), Mode = mode, Pooling = false };
        var connection = new SqliteConnection(file.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
