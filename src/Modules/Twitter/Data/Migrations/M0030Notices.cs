using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Twitter.Data.Migrations;

[DbContext(typeof(TwitterDb))]
[Migration(nameof(M0030Notices))]
internal sealed class M0030Notices : Migration
{
    private const string Schema = TwitterDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "crowds",
            table => new
            {
                kind = table.Column<int>(),
                subject = table.Column<Guid>(),
                ends_at = table.Column<DateTimeOffset>(),
                listener = table.Column<int>(),
                singles = table.Column<int>(),
            },
            Schema,
            table => table.PrimaryKey("pk_crowds", row => new { row.kind, row.subject }));
        migrationBuilder.CreateIndex("ix_crowds_ends_at", "crowds", "ends_at", Schema);

        migrationBuilder.CreateTable(
            "crowd_members",
            table => new { kind = table.Column<int>(), subject = table.Column<Guid>(), actor = table.Column<int>(), is_told = table.Column<bool>() },
            Schema,
            table => table.PrimaryKey("pk_crowd_members", row => new { row.kind, row.subject, row.actor })).IsClusteredByKey();
    }
}
