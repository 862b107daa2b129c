using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Puts into statements what differs between the databases: where a table lies, what the greater of two values is called, how the numbers or
/// ids that the first parameter has, with commas between them, are read as a table, and that rows are held until the transaction ends, which SQLite, with its one writer, has no need of. Each statement is looked through once.
/// </summary>
internal static partial class TableNames
{
    private static readonly ConcurrentDictionary<(bool IsSqlite, string Statement), string> Written = new();

    public static string Put(TwitterDb db, string statement)
    {
        var isSqlite = db.Database.IsSqlite();
        return Written.TryGetValue((isSqlite, statement), out var written) ? written : Written[(isSqlite, statement)] = Write(db, statement, isSqlite);
    }

    private static string Write(TwitterDb db, string statement, bool isSqlite) => Name().Replace(
        statement,
        match => match.Groups[1].Value switch
        {
            "greatest" => isSqlite ? "max" : "greatest",
            "numbers" => isSqlite
                ? "(SELECT value AS number FROM json_each('[' || {0} || ']')) AS numbers"
                : "(SELECT unnest(string_to_array({0}, ',')::int[]) AS number) AS numbers",
            "ids" => isSqlite
                ? "(SELECT unhex(value) AS id FROM json_each('[\"' || replace({0}, ',', '\",\"') || '\"]')) AS ids"
                : "(SELECT unnest(string_to_array({0}, ',')::uuid[]) AS id) AS ids",
            "for_update" => isSqlite ? string.Empty : "FOR UPDATE",
            "skip_locked" => isSqlite ? string.Empty : "SKIP LOCKED",
            "for_update_of_the_free" => isSqlite ? string.Empty : "FOR UPDATE SKIP LOCKED",
            "for_share" => isSqlite ? string.Empty : "FOR SHARE",
            var table => db.Quoted(table),
        });

    /// <summary>Parameters of EF Core are numbers in braces, and stay.</summary>
    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Name();
}
