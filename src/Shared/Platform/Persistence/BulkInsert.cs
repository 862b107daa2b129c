using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence.Postgres;
using SystemDesign.Platform.Persistence.Sqlite;

namespace SystemDesign.Platform.Persistence;

public static class BulkInsert
{
    /// <summary>
    /// Adds rows to this unit of work by the thousand, past the change tracker. What is there already, by its key or by another
    /// unique value, stays as it is. They are written as they are added here, so those that others refer to go first.
    /// </summary>
    /// <param name="db">Whose unit of work it is.</param>
    /// <param name="rows">Of one table; what the database counts by itself is left to it. Read when the unit of work is saved.</param>
    public static void AddMany<TRow>(this ModuleDb db, IReadOnlyCollection<TRow> rows)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count > 0)
        {
            db.OnSave(cancellationToken => RunAsync(db, new BulkTable(db, typeof(TRow)), rows, cancellationToken));
        }
    }

    private static Task RunAsync(ModuleDb db, BulkTable table, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return PostgresBulkInsert.RunAsync(db, table, rows, cancellationToken);
        }

        SqliteBulkInsert.Run(db, table, rows);
        return Task.CompletedTask;
    }
}
