using Microsoft.Data.Sqlite;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>The links in the files of a host, seen from outside while it is stopped.</summary>
internal static class LinksOnDisk
{
    /// <summary>Twice as many as the cache of redirects keeps, and more: who goes round them meets none that is kept.</summary>
    private const int Enough = 200_000;

    /// <returns>The paths of links that anybody may follow at any time, in no order.</returns>
    public static Task<IReadOnlyList<string>> FollowedAsync(string folder, CancellationToken cancellationToken) => ReadAsync(
        folder,
        $"""
        SELECT '/s/' || code FROM links JOIN documents.documents ON documents.id = links.document_id
        WHERE max_visits IS NULL AND NOT is_disabled AND banned_at IS NULL
            AND coalesce(json_extract(CAST(body AS TEXT), '$.validFrom'), '') = '' AND coalesce(json_extract(CAST(body AS TEXT), '$.expiresAt'), '') = ''
        ORDER BY random() LIMIT {Enough}
        """,
        cancellationToken);

    /// <returns>The code of the owner's link that was followed most.</returns>
    public static async Task<string> MostVisitedAsync(string folder, string owner, CancellationToken cancellationToken) => Only(await ReadAsync(
        folder,
        $"""
        SELECT links.code FROM links JOIN visits_by_hour ON visits_by_hour.code = links.code
        WHERE owner_id = (SELECT id FROM users.accounts WHERE user_name = '{owner}') GROUP BY links.code ORDER BY count(*) DESC LIMIT 1
        """,
        cancellationToken));

    private static string Only(IReadOnlyList<string> found) => found is [var only] ? only : throw new LoadException("The seeded owner has no link that was visited.");

    private static async Task<IReadOnlyList<string>> ReadAsync(string folder, string query, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "url_shortener.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(file.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"ATTACH DATABASE '{Path.Combine(folder, "url_shortener_documents_0.db")}' AS documents; ATTACH DATABASE '{Path.Combine(folder, "users.db")}' AS users";
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = query;
        var values = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
