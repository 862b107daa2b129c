using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Tests.Instances.Telling;

namespace SystemDesign.Tests.Instances.Migrations;

[DbContext(typeof(TellerDb))]
[Migration(nameof(M0001Teller))]
internal sealed class M0001Teller : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ModuleTables.Create(migrationBuilder, TellerDb.SchemaName);
        migrationBuilder.CreateTable(
            "counters",
            table => new
            {
                key = table.Column<string>(),
                number = table.Column<int>(),
            },
            TellerDb.SchemaName,
            table => table.PrimaryKey("pk_counters", row => row.key));
    }
}
