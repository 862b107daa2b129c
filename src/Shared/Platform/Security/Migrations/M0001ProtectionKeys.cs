using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.Platform.Security.Migrations;

[DbContext(typeof(PlatformDb))]
[Migration(nameof(M0001ProtectionKeys))]
internal sealed class M0001ProtectionKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.EnsureSchema(PlatformDb.SchemaName);
        migrationBuilder.CreateTable(
            "protection_keys",
            table => new
            {
                id = table.Column<Guid>(),
                friendly_name = table.Column<string>(),
                xml = table.Column<string>(),
            },
            PlatformDb.SchemaName,
            table => table.PrimaryKey("pk_protection_keys", row => row.id));
    }
}
