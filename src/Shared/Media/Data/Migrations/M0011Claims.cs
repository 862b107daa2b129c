using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Media.Domain.Claims;

namespace SystemDesign.Media.Data.Migrations;

[DbContext(typeof(MediaDb))]
[Migration(nameof(M0011Claims))]
internal sealed class M0011Claims : Migration
{
    private const string Schema = MediaDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        MediaClaimMapping.Table,
        table => new
        {
            file_id = table.Column<Guid>(),
            used_by = table.Column<string>(maxLength: MediaClaim.MaximumUsedByLength),
            is_attached = table.Column<bool>(),
            told_at = table.Column<DateTimeOffset>(),
        },
        Schema,
        table =>
        {
            table.PrimaryKey("pk_claims", row => new { row.file_id, row.used_by });
            table.ForeignKey("fk_claims_files_file_id", row => row.file_id, MediaFileMapping.Table, "id", Schema, onDelete: ReferentialAction.Cascade);
        });
}
