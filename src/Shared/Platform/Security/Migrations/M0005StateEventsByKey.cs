using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Platform.Security.Migrations;

[DbContext(typeof(PlatformDb))]
[Migration(nameof(M0005StateEventsByKey))]
internal sealed class M0005StateEventsByKey : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.IndexStateEventsByKey(PlatformDb.SchemaName);
}
