using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace SystemDesign.Platform.Persistence;

/// <summary>
/// A table that lies in the order of its key, for rows that are little more than their key: on SQLite without a row number, and so
/// without a second tree that only leads to the first (<see href="https://sqlite.org/withoutrowid.html"/>). On PostgreSQL it is as any other.
/// </summary>
public static class ClusteredTable
{
    internal const string Annotation = "SystemDesign:Clustered";

    public static EntityTypeBuilder<TRow> IsClusteredByKey<TRow>(this EntityTypeBuilder<TRow> entity)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.HasAnnotation(Annotation, true);
    }

    /// <summary>The migration's side of <see cref="IsClusteredByKey{TRow}(EntityTypeBuilder{TRow})"/>.</summary>
    public static void IsClusteredByKey<TColumns>(this CreateTableBuilder<TColumns> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Annotation(Annotation, true);
    }
}
