using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Analytics.Data.Migrations;

[DbContext(typeof(AnalyticsDb))]
[Migration(nameof(M0001Outbox))]
internal sealed class M0001Outbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateOutbox(AnalyticsDb.SchemaName);
}
