using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.UrlShortener.Domain.Codes;

namespace SystemDesign.UrlShortener.Data.Migrations;

[DbContext(typeof(UrlShortenerDb))]
[Migration(nameof(M0007Codes))]
internal sealed class M0007Codes : Migration
{
    private const string Schema = UrlShortenerDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "code_sequences",
            table => new
            {
                length = table.Column<int>(),
                key = table.Column<byte[]>(),
                next = table.Column<long>(),
            },
            Schema,
            table => table.PrimaryKey("pk_code_sequences", row => row.length));
        migrationBuilder.CreateTable(
            "code_pool",
            table => new
            {
                length = table.Column<int>(),
                position = table.Column<long>(),
                code = table.Column<string>(maxLength: PermutedCodes.MaximumLength),
                lease = table.Column<Guid>(nullable: true),
                leased_until = table.Column<DateTimeOffset>(nullable: true),
                link_id = table.Column<Guid>(nullable: true),
            },
            Schema,
            table => table.PrimaryKey("pk_code_pool", row => new { row.length, row.position }));
        migrationBuilder.CreateIndex("ix_code_pool_code", "code_pool", "code", Schema, unique: true);
        migrationBuilder.CreateIndex("ix_code_pool_length_position", "code_pool", ["length", "position"], Schema, filter: "link_id IS NULL");
    }
}
