using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace SystemDesign.Platform.Persistence;

/// <summary>
/// Names everything in the database the way PostgreSQL's own tools expect it, unquoted: <c>created_at</c>,
/// <c>pk_links</c>, <c>ix_links_code</c>.
/// </summary>
internal sealed partial class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            entity.Builder.ToTable(SnakeCase(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
            {
                property.Builder.HasColumnName(SnakeCase(property.Name));
            }
        }

        // Only now, since the default names of keys and indexes are made from those of tables and columns.
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var key in entity.GetKeys())
            {
                key.Builder.HasName(SnakeCase(key.GetName()!));
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.Builder.HasConstraintName(SnakeCase(foreignKey.GetConstraintName()!));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.Builder.HasDatabaseName(SnakeCase(index.GetDatabaseName()!));
            }
        }
    }

    private static string SnakeCase(string name) => CultureInfo.InvariantCulture.TextInfo.ToLower(WordStart().Replace(name, "_"));

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
