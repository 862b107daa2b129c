using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Notifications.Data.Migrations;

[DbContext(typeof(NotificationsDb))]
[Migration(nameof(M0001Outbox))]
internal sealed class M0001Outbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateOutbox(NotificationsDb.SchemaName);
}
