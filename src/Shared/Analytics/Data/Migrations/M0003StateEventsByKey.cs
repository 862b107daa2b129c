using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.Analytics.Data.Migrations;

[DbContext(typeof(AnalyticsDb))]
[Migration(nameof(M0003StateEventsByKey))]
internal sealed class M0003StateEventsByKey : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.IndexStateEventsByKey(AnalyticsDb.SchemaName);
}
