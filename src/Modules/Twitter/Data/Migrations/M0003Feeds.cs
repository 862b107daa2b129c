using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Twitter.Data.Migrations;

[DbContext(typeof(TwitterDb))]
[Migration(nameof(M0003Feeds))]
internal sealed class M0003Feeds : Migration
{
    private const string Schema = TwitterDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "feeds",
            table => new
            {
                owner = table.Column<int>(),
                floor = table.Column<Guid>(),
                lines = table.Column<int>(),
                seen_at = table.Column<DateTimeOffset>(),
            },
            Schema,
            table => table.PrimaryKey("pk_feeds", row => row.owner)).IsClusteredByKey();
        migrationBuilder.CreateIndex("ix_feeds_seen_at", "feeds", "seen_at", Schema);

        migrationBuilder.CreateTable(
            "feed_lines",
            table => new { segment = table.Column<int>(), owner = table.Column<int>(), entry_id = table.Column<Guid>() },
            Schema,
            table => table.PrimaryKey("pk_feed_lines", row => new { row.segment, row.owner, row.entry_id })).IsClusteredByKey();

        migrationBuilder.CreateTable(
            "feed_segments",
            table => new { number = table.Column<int>(), lines = table.Column<long>() },
            Schema,
            table => table.PrimaryKey("pk_feed_segments", row => row.number));

        migrationBuilder.CreateTable(
            "feed_policies",
            table => new
            {
                id = table.Column<int>(),
                pushed_since = table.Column<Guid>(),
                strategy = table.Column<int>(),
                threshold = table.Column<int>(),
            },
            Schema,
            table => table.PrimaryKey("pk_feed_policies", row => row.id));

        migrationBuilder.CreateTable(
            "fan_outs",
            table => new
            {
                entry_id = table.Column<Guid>(),
                actor = table.Column<int>(),
                position = table.Column<int>(),
            },
            Schema,
            table => table.PrimaryKey("pk_fan_outs", row => row.entry_id));
    }
}
