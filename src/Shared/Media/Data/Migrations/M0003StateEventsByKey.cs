using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Media.Data.Migrations;

[DbContext(typeof(MediaDb))]
[Migration(nameof(M0003StateEventsByKey))]
internal sealed class M0003StateEventsByKey : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.IndexStateEventsByKey(MediaDb.SchemaName);
}
