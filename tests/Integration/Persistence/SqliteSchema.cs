using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Integration.Persistence;

internal static partial class SqliteSchema
{
    /// <summary>The statements that made the indexes, and those of the tables a column or constraint a line, in order of name.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(ModuleDb db)
    {
        var statements = await db.Database
            .SqlQueryRaw<string>("SELECT sql AS \"Value\" FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> 'migrations'")
            .ToListAsync();
        return [.. statements.SelectMany(LinesOf).Order(StringComparer.Ordinal)];
    }

    /// <summary>SQLite keeps the text of a statement, and writes a column that is added later where there was no new line.</summary>
    private static IEnumerable<string> LinesOf(string statement)
    {
        var text = Spaces().Replace(statement, " ");
        return Table().Match(text) is { Success: true, Groups: [_, var table, var parts, var options] }
            ? CommaOutsideOfParentheses().Split(parts.Value).Select(part => $"{table} {part.Trim()} {options}")
            : [text];
    }

    [GeneratedRegex(@"^(CREATE TABLE [^(]+)\((.*)\)([^)]*)$")]
    private static partial Regex Table();

    [GeneratedRegex(@",(?![^()]*\))")]
    private static partial Regex CommaOutsideOfParentheses();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
