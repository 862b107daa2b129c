using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Twitter.Data.Migrations;

[DbContext(typeof(TwitterDb))]
[Migration(nameof(M0002Graph))]
internal sealed class M0002Graph : Migration
{
    private const string Schema = TwitterDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "follows",
            table => new
            {
                follower = table.Column<int>(),
                followee = table.Column<int>(),
                followed_at = table.Column<DateTimeOffset>(),
                pushed_since = table.Column<Guid>(),
            },
            Schema,
            table => table.PrimaryKey("pk_follows", row => new { row.follower, row.followee })).IsClusteredByKey();
        migrationBuilder.CreateIndex("ix_follows_followee_follower", "follows", ["followee", "follower"], Schema);

        migrationBuilder.CreateTable(
            "follow_requests",
            table => new { followee = table.Column<int>(), follower = table.Column<int>(), requested_at = table.Column<DateTimeOffset>() },
            Schema,
            table => table.PrimaryKey("pk_follow_requests", row => new { row.followee, row.follower })).IsClusteredByKey();
        migrationBuilder.CreateIndex("ix_follow_requests_follower", "follow_requests", "follower", Schema);

        migrationBuilder.CreateTable(
            "blocks",
            table => new { blocker = table.Column<int>(), blocked = table.Column<int>(), blocked_at = table.Column<DateTimeOffset>() },
            Schema,
            table => table.PrimaryKey("pk_blocks", row => new { row.blocker, row.blocked })).IsClusteredByKey();
        migrationBuilder.CreateIndex("ix_blocks_blocked_blocker", "blocks", ["blocked", "blocker"], Schema);

        migrationBuilder.CreateTable(
            "mutes",
            table => new { muter = table.Column<int>(), muted = table.Column<int>(), muted_at = table.Column<DateTimeOffset>() },
            Schema,
            table => table.PrimaryKey("pk_mutes", row => new { row.muter, row.muted })).IsClusteredByKey();
        migrationBuilder.CreateIndex("ix_mutes_muted", "mutes", "muted", Schema);
    }
}
