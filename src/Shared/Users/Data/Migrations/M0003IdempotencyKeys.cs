using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Idempotency;

namespace SystemDesign.Users.Data.Migrations;

[DbContext(typeof(UsersDb))]
[Migration(nameof(M0003IdempotencyKeys))]
internal sealed class M0003IdempotencyKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIdempotencyKeys(UsersDb.SchemaName);
}
