using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data.Migrations;

[DbContext(typeof(TwitterDb))]
[Migration(nameof(M0021Seedings))]
internal sealed class M0021Seedings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "seedings",
        table => new { name = table.Column<string>(maxLength: SeededStep.MaximumNameLength), position = table.Column<long>() },
        TwitterDb.SchemaName,
        table => table.PrimaryKey("pk_seedings", row => row.name));
}
