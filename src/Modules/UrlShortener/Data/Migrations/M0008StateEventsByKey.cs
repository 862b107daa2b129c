using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.UrlShortener.Data.Migrations;

[DbContext(typeof(UrlShortenerDb))]
[Migration(nameof(M0008StateEventsByKey))]
internal sealed class M0008StateEventsByKey : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.IndexStateEventsByKey(UrlShortenerDb.SchemaName);
}
