using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Tests.Integration.Outbox.Probe.Migrations;

internal static class EffectsTable
{
    public static void Create(MigrationBuilder migration, string schema)
    {
        migration.CreateTable(
            "effects",
            table => new
            {
                id = table.Column<long>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                handler = table.Column<string>(),
                key = table.Column<string>(nullable: true),
                number = table.Column<int>(),
            },
            schema,
            table => table.PrimaryKey("pk_effects", row => row.id));
        migration.CreateOutbox(schema);
        migration.IndexStateEventsByKey(schema);
    }
}
