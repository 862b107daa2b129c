using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Idempotency;

namespace SystemDesign.Analytics.Data.Migrations;

[DbContext(typeof(AnalyticsDb))]
[Migration(nameof(M0002IdempotencyKeys))]
internal sealed class M0002IdempotencyKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIdempotencyKeys(AnalyticsDb.SchemaName);
}
