using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.UrlShortener.Data.Migrations;

[DbContext(typeof(UrlShortenerDb))]
[Migration(nameof(M0004LinkVersions))]
internal sealed class M0004LinkVersions : Migration
{
    private const string Schema = UrlShortenerDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("version", "links", schema: Schema, defaultValue: Guid.Empty);
        migrationBuilder.Sql(migrationBuilder.IsSqlite() ? "UPDATE links SET version = id" : $"UPDATE {Schema}.links SET version = id");
        migrationBuilder.CreateIndex("ix_links_owner_id_id", "links", ["owner_id", "id"], Schema);
    }
}
