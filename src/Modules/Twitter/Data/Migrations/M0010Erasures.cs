using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.Twitter.Data.Migrations;

/// <summary>Who left, until nothing of theirs is left.</summary>
[DbContext(typeof(TwitterDb))]
[Migration(nameof(M0010Erasures))]
internal sealed class M0010Erasures : Migration
{
    private const string Schema = TwitterDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "erasures",
            table => new { person = table.Column<int>(), left_at = table.Column<DateTimeOffset>(), not_before = table.Column<DateTimeOffset>(nullable: true) },
            Schema,
            table => table.PrimaryKey("pk_erasures", row => row.person));
        migrationBuilder.CreateIndex("ix_erasures_not_before", "erasures", "not_before", Schema);
    }
}
