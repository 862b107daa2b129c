using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Users.Data.Migrations;

[DbContext(typeof(UsersDb))]
[Migration(nameof(M0006StateEventsByKey))]
internal sealed class M0006StateEventsByKey : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.IndexStateEventsByKey(UsersDb.SchemaName);
}
