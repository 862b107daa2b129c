using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Integration.Persistence;

internal static partial class SqliteSchema
{
    /// <summary>The statements that made the tables and indexes, a line each, with a table's columns in order of name.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(ModuleDb db)
    {
        var statements = await db.Database
            .SqlQueryRaw<string>("SELECT sql AS \"Value\" FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> 'migrations'")
            .ToListAsync();
        return [.. statements.SelectMany(LinesOf).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> LinesOf(string statement)
    {
        var lines = statement.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Select(line => $"{lines[0]} {Spaces().Replace(line.TrimEnd(','), " ")}");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
