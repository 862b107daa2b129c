using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Users.Data.Migrations;

[DbContext(typeof(UsersDb))]
[Migration(nameof(M0002Outbox))]
internal sealed class M0002Outbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateOutbox(UsersDb.SchemaName);
}
