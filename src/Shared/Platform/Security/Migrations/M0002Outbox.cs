using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Platform.Security.Migrations;

[DbContext(typeof(PlatformDb))]
[Migration(nameof(M0002Outbox))]
internal sealed class M0002Outbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateOutbox(PlatformDb.SchemaName);
}
