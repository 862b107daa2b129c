using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Analytics.Data;

/// <summary>
/// Adds rows, or adds to those that are there, within the caller's transaction. Rows come in the order of their keys, so that of two who write the
/// same ones at once, one waits for the other and not each for each.
/// </summary>
internal static class Increments
{
    /// <summary>SQLite looks a parameter up by its name among all of the statement, so that ten times the rows take a hundred times as long.</summary>
    private const int Portion = 100;

    /// <param name="db">Whose transaction it is.</param>
    /// <param name="table">Its name.</param>
    /// <param name="columns">In the order of a row's values, divided by commas.</param>
    /// <param name="onConflict">What becomes of a row that is there: <c>kept</c> is that one, <c>excluded</c> the given one.</param>
    /// <param name="rows">In the order of their keys.</param>
    /// <param name="cancellationToken">The transaction's.</param>
    public static async Task AddAsync(
        AnalyticsDb db, string table, string columns, string onConflict, IReadOnlyList<object[]> rows, CancellationToken cancellationToken)
    {
        var name = db.Quoted(table);
        foreach (var portion in rows.Chunk(Portion))
        {
            var width = portion[0].Length;
            var values = string.Join(", ", portion.Select((_, row) => $"({string.Join(", ", Enumerable.Range(row * width, width).Select(value => $"{{{value}}}"))})"));
            var upsert = $"INSERT INTO {name} AS kept ({columns}) VALUES {values} ON CONFLICT {onConflict}";
            await db.Database.ExecuteSqlRawAsync(upsert, portion.SelectMany(row => row), cancellationToken);
        }
    }
}
