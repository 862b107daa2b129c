using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Idempotency;

namespace SystemDesign.UrlShortener.Data.Migrations;

[DbContext(typeof(UrlShortenerDb))]
[Migration(nameof(M0003IdempotencyKeys))]
internal sealed class M0003IdempotencyKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIdempotencyKeys(UrlShortenerDb.SchemaName);
}
