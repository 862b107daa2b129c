using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.UrlShortener.Data.Migrations;

/// <summary>What is due is found by its time, however many have left.</summary>
[DbContext(typeof(UrlShortenerDb))]
[Migration(nameof(M0009ErasuresInPortions))]
internal sealed class M0009ErasuresInPortions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RenameColumn("leased_until", "erasures", "not_before", UrlShortenerDb.SchemaName);
        migrationBuilder.CreateIndex("ix_erasures_not_before", "erasures", "not_before", UrlShortenerDb.SchemaName);
    }
}
