using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace SystemDesign.Platform.Persistence;

public static class CountedColumn
{
    /// <summary>A key of whole numbers that the database gives, and never twice: what a model's key of that kind asks for.</summary>
    public static OperationBuilder<AddColumnOperation> CountedByTheDatabase(this OperationBuilder<AddColumnOperation> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column
            .Annotation("Sqlite:Autoincrement", true)
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
    }
}
