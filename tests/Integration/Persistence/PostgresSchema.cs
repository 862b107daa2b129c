using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Tests.Integration.Persistence;

internal static class PostgresSchema
{
    /// <summary>Columns, constraints and indexes, as the catalogue describes them.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(ModuleDb db)
    {
        var lines = await db.Database.SqlQueryRaw<string>(
            """
            SELECT format('column %s.%s %s null=%s default=%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
                          pg_get_expr(d.adbin, d.adrelid)) AS "Value"
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                 LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE n.nspname = {0} AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> 'migrations'
            UNION ALL
            SELECT format('constraint %s %s', k.conname, pg_get_constraintdef(k.oid))
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = {0} AND c.relname <> 'migrations'
            UNION ALL
            SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = {0} AND tablename <> 'migrations'
            """,
            db.Schema).ToListAsync();
        return [.. lines.Order(StringComparer.Ordinal)];
    }
}
