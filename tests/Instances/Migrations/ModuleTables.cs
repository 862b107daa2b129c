using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Tests.Instances.Migrations;

/// <summary>What both modules have.</summary>
internal static class ModuleTables
{
    public static void Create(MigrationBuilder migration, string schema)
    {
        migration.EnsureSchema(schema);
        migration.CreateTable(
            "entries",
            table => new
            {
                id = table.Column<long>().Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                key = table.Column<string>(),
                number = table.Column<int>(),
                instance = table.Column<string>(),
            },
            schema,
            table => table.PrimaryKey("pk_entries", row => row.id));
        migration.CreateOutbox(schema);
        migration.IndexStateEventsByKey(schema);
        migration.CreateIdempotencyKeys(schema);
    }
}
