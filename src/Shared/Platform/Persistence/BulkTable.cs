using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SystemDesign.Platform.Persistence;

/// <summary>A table as the model knows it, for statements that are written by hand.</summary>
internal sealed class BulkTable
{
    public BulkTable(ModuleDb db, Type row)
    {
        var entity = db.Model.FindEntityType(row) ?? throw new ArgumentException($"{row.Name} is no table of {db.Schema}.", nameof(row));
        var names = db.GetService<ISqlGenerationHelper>();
        var properties = entity.GetProperties().Where(property => !IsCounted(property)).ToList();
        Name = names.DelimitIdentifier(entity.GetTableName()!, db.Schema);
        Columns = [.. properties.Select(property => new BulkColumn(property))];
        ColumnNames = string.Join(", ", properties.Select(property => names.DelimitIdentifier(property.GetColumnName())));
    }

    /// <summary>As it stands in SQL.</summary>
    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>As they stand in SQL, in the order of <see cref="Columns"/>.</summary>
    public string ColumnNames { get; }

    /// <summary>By the database, row by row.</summary>
    private static bool IsCounted(IProperty property) =>
        property.ValueGenerated is ValueGenerated.OnAdd && (property.ClrType == typeof(long) || property.ClrType == typeof(int));
}
