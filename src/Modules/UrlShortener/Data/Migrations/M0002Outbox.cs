using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Outbox.Tables;

namespace SystemDesign.UrlShortener.Data.Migrations;

[DbContext(typeof(UrlShortenerDb))]
[Migration(nameof(M0002Outbox))]
internal sealed class M0002Outbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateOutbox(UrlShortenerDb.SchemaName);
}
