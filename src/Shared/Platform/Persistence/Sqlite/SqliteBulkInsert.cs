using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>One statement, prepared once: a row costs its values and nothing else.</summary>
internal static class SqliteBulkInsert
{
    public static void Run(ModuleDb db, BulkTable table, IEnumerable<object> rows)
    {
        using var insert = db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        insert.CommandText =
            $"INSERT INTO {table.Name} ({table.ColumnNames}) VALUES ({string.Join(", ", table.Columns.Select((_, column) => NameOf(column)))}) ON CONFLICT DO NOTHING";
        var parameters = table.Columns.Select((column, number) => column.Mapping.CreateParameter(insert, NameOf(number), null, nullable: true)).ToArray();
        insert.Parameters.AddRange(parameters);
        foreach (var row in rows)
        {
            for (var column = 0; column < parameters.Length; column++)
            {
                parameters[column].Value = table.Columns[column].ValueOf(row) ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }
    }

    private static string NameOf(int column) => $"$value{column}";
}
