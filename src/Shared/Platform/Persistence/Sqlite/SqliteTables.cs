using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace SystemDesign.Platform.Persistence.Sqlite;

/// <summary>Creates the tables that <see cref="ClusteredTable"/> means as what SQLite calls WITHOUT ROWID, which EF Core has no word for.</summary>
internal sealed class SqliteTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate: false);
        if (IsClustered(operation, model))
        {
            builder.Append(" WITHOUT ROWID");
        }

        if (terminate)
        {
            builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }

    /// <summary>A migration says so itself; a table that is made from the model is looked up there.</summary>
    private static bool IsClustered(CreateTableOperation operation, IModel? model) =>
        operation.FindAnnotation(ClusteredTable.Annotation) is not null
        || model?.GetRelationalModel().FindTable(operation.Name, operation.Schema)?.EntityTypeMappings
            .Any(mapping => mapping.TypeBase.FindAnnotation(ClusteredTable.Annotation) is not null) is true;
}
