using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SystemDesign.Platform.Persistence.Postgres;

/// <summary>COPY, which knows no ON CONFLICT: so into a table of the transaction's own first.</summary>
internal static class PostgresBulkInsert
{
    private const string Given = "pg_temp.given";

    public static async Task RunAsync(ModuleDb db, BulkTable table, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        var create = $"CREATE TEMP TABLE given ON COMMIT DROP AS SELECT {table.ColumnNames} FROM {table.Name} WITH NO DATA";
        await db.Database.ExecuteSqlRawAsync(create, cancellationToken);
        await CopyAsync((NpgsqlConnection)db.Database.GetDbConnection(), table, rows, cancellationToken);
        var insert = $"INSERT INTO {table.Name} ({table.ColumnNames}) SELECT {table.ColumnNames} FROM {Given} ON CONFLICT DO NOTHING";
        await db.Database.ExecuteSqlRawAsync(insert, cancellationToken);

        // The same transaction may have rows for another table.
        await db.Database.ExecuteSqlRawAsync($"DROP TABLE {Given}", cancellationToken);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, BulkTable table, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {Given} ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var column in table.Columns)
            {
                if (column.ValueOf(row) is { } value)
                {
                    await copy.WriteAsync(value, column.Mapping.StoreTypeNameBase, cancellationToken);
                }
                else
                {
                    await copy.WriteNullAsync(cancellationToken);
                }
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
