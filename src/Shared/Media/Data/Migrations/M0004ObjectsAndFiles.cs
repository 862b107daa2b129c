using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.Media.Data.Migrations;

[DbContext(typeof(MediaDb))]
[Migration(nameof(M0004ObjectsAndFiles))]
internal sealed class M0004ObjectsAndFiles : Migration
{
    private const string Schema = MediaDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            MediaObjectMapping.Table,
            table => new
            {
                name = table.Column<string>(maxLength: MediaObjectMapping.MaximumNameLength),
                bytes = table.Column<long>(),
                content_type = table.Column<string>(maxLength: MediaObjectMapping.MaximumTypeLength),
                files = table.Column<int>(),
                last_read_at = table.Column<DateTimeOffset>(),
                public_files = table.Column<int>(),
                stored_at = table.Column<DateTimeOffset>(),
                tier = table.Column<int>(),
            },
            Schema,
            table => table.PrimaryKey("pk_objects", row => row.name));
        migrationBuilder.CreateIndex("ix_objects_tier_last_read_at", MediaObjectMapping.Table, ["tier", "last_read_at"], Schema);
        migrationBuilder.CreateTable(
            MediaFileMapping.Table,
            table => new
            {
                id = table.Column<Guid>(),
                is_public = table.Column<bool>(),
                object_name = table.Column<string>(maxLength: MediaObjectMapping.MaximumNameLength),
                owner_id = table.Column<Guid>(),
                uploaded_at = table.Column<DateTimeOffset>(),
            },
            Schema,
            table =>
            {
                table.PrimaryKey("pk_files", row => row.id);
                table.ForeignKey("fk_files_objects_object_name", row => row.object_name, MediaObjectMapping.Table, "name", Schema, onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_files_object_name", MediaFileMapping.Table, "object_name", Schema);
        migrationBuilder.CreateIndex("ix_files_owner_id_id", MediaFileMapping.Table, ["owner_id", "id"], Schema);
    }
}
