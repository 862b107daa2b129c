using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Data;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>What a database makes of a statement.</summary>
internal static class PlanOf
{
    /// <returns>Its steps.</returns>
    public static async Task<IReadOnlyList<string>> SqliteAsync(TwitterDb db, string statement, object[] values) =>
        await ReadAsync(db, "EXPLAIN QUERY PLAN " + db.Sql(statement), values, column: 3);

    /// <summary>Runs it.</summary>
    /// <returns>How many rows of the table were read by all steps together.</returns>
    public static async Task<int> RowsReadAsync(TwitterDb db, string statement, string table, object[] values)
    {
        var plan = string.Concat(await ReadAsync(db, "EXPLAIN (ANALYZE, FORMAT JSON) " + db.Sql(statement), values, column: 0));
        using var document = JsonDocument.Parse(plan);
        return (int)RowsOf(document.RootElement, table);
    }

    private static double RowsOf(JsonElement node, string table) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().Sum(part => RowsOf(part, table)),
        JsonValueKind.Object => OwnRowsOf(node, table) + node.EnumerateObject().Sum(part => RowsOf(part.Value, table)),
        _ => 0,
    };

    private static double OwnRowsOf(JsonElement node, string table) =>
        node.TryGetProperty("Relation Name", out var name) && name.GetString() == table
            ? (node.GetProperty("Actual Rows").GetDouble() + RemovedBy(node)) * node.GetProperty("Actual Loops").GetDouble()
            : 0;

    private static double RemovedBy(JsonElement node) => node.TryGetProperty("Rows Removed by Filter", out var removed) ? removed.GetDouble() : 0;

    private static async Task<IReadOnlyList<string>> ReadAsync(TwitterDb db, string statement, object[] values, int column)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            return await LinesAsync(db.Database.GetDbConnection(), statement, values, column);
        }
        finally
        {
            // Contexts are pooled: whoever gets this one next could not save with a connection left open.
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(DbConnection connection, string statement, object[] values, int column)
    {
        await using var command = connection.CreateCommand();
        for (var place = 0; place < values.Length; place++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{place}", values[place]);
            command.Parameters.Add(parameter);
            statement = statement.Replace($"{{{place}}}", $"@p{place}", StringComparison.Ordinal);
        }

        command.CommandText = statement;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(column));
        }

        return lines;
    }
}
