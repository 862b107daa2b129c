using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.Platform.Security.Migrations;

[DbContext(typeof(PlatformDb))]
[Migration(nameof(M0004EndedSessions))]
internal sealed class M0004EndedSessions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            EndedSessionMapping.Table,
            table => new
            {
                id = table.Column<Guid>(),
                ended_at = table.Column<DateTimeOffset>(),
            },
            PlatformDb.SchemaName,
            table => table.PrimaryKey("pk_ended_sessions", row => row.id));
        migrationBuilder.CreateIndex("ix_ended_sessions_ended_at", EndedSessionMapping.Table, "ended_at", PlatformDb.SchemaName);
    }
}
