using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Data.Migrations;

[DbContext(typeof(UrlShortenerDb))]
[Migration(nameof(M0001Links))]
internal sealed class M0001Links : Migration
{
    private const string Schema = UrlShortenerDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.EnsureSchema(Schema);
        migrationBuilder.CreateTable(
            "links",
            table => new
            {
                id = table.Column<Guid>(),
                code = table.Column<string>(maxLength: LinkCode.MaximumLength),
                created_at = table.Column<DateTimeOffset>(),
                owner_id = table.Column<Guid>(),
                url = table.Column<string>(maxLength: TargetUrl.MaximumLength),
            },
            Schema,
            table => table.PrimaryKey("pk_links", row => row.id));
        migrationBuilder.CreateIndex("ix_links_code", "links", "code", Schema, unique: true);
    }
}
