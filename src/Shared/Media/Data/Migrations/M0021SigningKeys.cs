using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.Media.Data.Migrations;

[DbContext(typeof(MediaDb))]
[Migration(nameof(M0021SigningKeys))]
internal sealed class M0021SigningKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        SigningKeyMapping.Table,
        table => new
        {
            id = table.Column<Guid>(),
            sealed_key = table.Column<byte[]>(),
        },
        MediaDb.SchemaName,
        table => table.PrimaryKey("pk_signing_keys", row => row.id));
}
