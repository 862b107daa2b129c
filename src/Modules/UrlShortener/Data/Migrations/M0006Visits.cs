using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener.Data.Migrations;

[DbContext(typeof(UrlShortenerDb))]
[Migration(nameof(M0006Visits))]
internal sealed class M0006Visits : Migration
{
    private const string Schema = UrlShortenerDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            VisitsByHourMapping.Table,
            table => new
            {
                code = table.Column<string>(maxLength: LinkCode.MaximumLength),
                hour = table.Column<DateTimeOffset>(),
                previews = table.Column<long>(),
                visits = table.Column<long>(),
            },
            Schema,
            table => table.PrimaryKey("pk_visits_by_hour", row => new { row.code, row.hour }));
        migrationBuilder.CreateTable(
            VisitsByReferrerMapping.Table,
            table => new
            {
                code = table.Column<string>(maxLength: LinkCode.MaximumLength),
                referrer = table.Column<string>(maxLength: Referrer.MaximumLength),
                visits = table.Column<long>(),
            },
            Schema,
            table => table.PrimaryKey("pk_visits_by_referrer", row => new { row.code, row.referrer }));
        migrationBuilder.CreateTable(
            WrittenBatchMapping.Table,
            table => new { id = table.Column<Guid>() },
            Schema,
            table => table.PrimaryKey("pk_visit_batches", row => row.id));
    }
}
