using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>The feeds in the files of a host, seen from outside.</summary>
internal static class FeedsOnDisk
{
    /// <returns>How many follow the first of the seeded people, and how many lines all feeds have.</returns>
    public static async Task<(long Followers, long Lines)> ReadAsync(string folder, CancellationToken cancellationToken) => (
        (long)await AskAsync(folder, "SELECT count(*) FROM follows JOIN people ON number = followee JOIN feeds ON owner = follower WHERE user_name = 'seed_user_1'", cancellationToken),
        (long)await AskAsync(folder, "SELECT sum(lines) FROM feeds", cancellationToken));

    /// <returns>Whether something of this seeded person's is on its way.</returns>
    public static async Task<bool> IsOnWayAsync(string folder, int person, CancellationToken cancellationToken) => await AskAsync(
        folder, string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM fan_outs JOIN people ON number = actor WHERE user_name = 'seed_user_{person}'"), cancellationToken) > 0;

    /// <returns>Over all tweets that were seeded, what each would write.</returns>
    public static Task<double> LinesPerTweetAsync(string folder, string strategy, CancellationToken cancellationToken) => AskAsync(
        folder,
        strategy switch
        {
            "push" => "SELECT avg(1.0 * followers) FROM tweets JOIN people ON number = author",
            "hybrid" => "SELECT avg(CASE WHEN followers < 10000 THEN 1.0 * followers ELSE 0 END) FROM tweets JOIN people ON number = author",
            _ => "SELECT 0.0",
        },
        cancellationToken);

    /// <summary>What its pages would leave free, if there were no lines: the library that comes with the driver has no table of what pages are used for.</summary>
    public static async Task<double> BytesPerLineAsync(string folder, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(folder, SqliteOpenMode.ReadWrite, cancellationToken);
        var lines = await AskAsync(connection, "SELECT count(*) FROM feed_lines", cancellationToken);
        var free = await AskAsync(connection, "PRAGMA freelist_count", cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AskAsync(connection, "DROP TABLE feed_lines; SELECT 0", cancellationToken);
        var freed = await AskAsync(connection, "PRAGMA freelist_count", cancellationToken) - free;
        await transaction.RollbackAsync(cancellationToken);
        return freed * await AskAsync(connection, "PRAGMA page_size", cancellationToken) / lines;
    }

    private static async Task<double> AskAsync(string folder, string question, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(folder, SqliteOpenMode.ReadOnly, cancellationToken);
        return await AskAsync(connection, question, cancellationToken);
    }

    private static async Task<SqliteConnection> OpenAsync(string folder, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "twitter.db"), Mode = mode, Pooling = false };
        var connection = new SqliteConnection(file.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<double> AskAsync(SqliteConnection connection, string question, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return Convert.ToDouble(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
