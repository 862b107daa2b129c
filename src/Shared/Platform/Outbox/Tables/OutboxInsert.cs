using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Tables;

/// <summary>
/// Writes events by one statement for many: on SQLite all writers of a module wait for this, and tracked entities would be a second
/// round of change detection for a handful of values that nobody reads again.
/// </summary>
internal static class OutboxInsert
{
    private const int Columns = 6;

    /// <summary>SQLite looks a parameter up by its name among all of the statement, so that ten times the rows take a hundred times as long.</summary>
    private const int Portion = 100;

    public static async Task RunAsync(ModuleDb db, IReadOnlyList<OutboxEvent> events, CancellationToken cancellationToken)
    {
        var table = db.Quoted(OutboxTables.Outbox);
        foreach (var portion in events.Chunk(Portion))
        {
            var rows = string.Join(", ", portion.Select((_, row) => $"({string.Join(", ", Enumerable.Range(row * Columns, Columns).Select(value => $"{{{value}}}"))})"));
            var insert = $"INSERT INTO {table} (id, name, key, payload, trace_parent, occurred_at) VALUES {rows}";
            await db.Database.ExecuteSqlRawAsync(insert, portion.SelectMany(ValuesOf)!, cancellationToken);
        }
    }

    private static IEnumerable<object?> ValuesOf(OutboxEvent row) =>
        [row.Id, row.Name, row.Key, row.Payload, row.TraceParent, row.OccurredAt];
}
