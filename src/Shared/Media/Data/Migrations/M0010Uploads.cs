using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Media.Domain.Uploads;

namespace SystemDesign.Media.Data.Migrations;

[DbContext(typeof(MediaDb))]
[Migration(nameof(M0010Uploads))]
internal sealed class M0010Uploads : Migration
{
    private const string Schema = MediaDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("height", MediaObjectMapping.Table, schema: Schema, nullable: true);
        migrationBuilder.AddColumn<Guid>("lease", MediaObjectMapping.Table, schema: Schema, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("leased_until", MediaObjectMapping.Table, schema: Schema, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("unused_since", MediaObjectMapping.Table, schema: Schema, nullable: true);
        migrationBuilder.AddColumn<int>("width", MediaObjectMapping.Table, schema: Schema, nullable: true);
        migrationBuilder.CreateIndex("ix_objects_unused_since", MediaObjectMapping.Table, "unused_since", Schema, filter: "unused_since IS NOT NULL");
        migrationBuilder.AddColumn<string>("name", MediaFileMapping.Table, schema: Schema, maxLength: FileNames.MaximumLength, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("unclaimed_since", MediaFileMapping.Table, schema: Schema, nullable: true);
        migrationBuilder.CreateIndex("ix_files_unclaimed_since", MediaFileMapping.Table, "unclaimed_since", Schema, filter: "unclaimed_since IS NOT NULL");

        CreateUploads(migrationBuilder);
        migrationBuilder.CreateTable(
            UsageMapping.Table,
            table => new
            {
                owner_id = table.Column<Guid>(),
                reserved_bytes = table.Column<long>(),
                uploads = table.Column<int>(),
                used_bytes = table.Column<long>(),
            },
            Schema,
            table =>
            {
                table.PrimaryKey("pk_usages", row => row.owner_id);
                table.CheckConstraint(UsageMapping.Check, UsageMapping.Rule);
            });
    }

    private static void CreateUploads(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            UploadMapping.Table,
            table => new
            {
                id = table.Column<Guid>(),
                created_at = table.Column<DateTimeOffset>(),
                expires_at = table.Column<DateTimeOffset>(),
                is_public = table.Column<bool>(),
                lease = table.Column<Guid>(nullable: true),
                leased_until = table.Column<DateTimeOffset>(nullable: true),
                length = table.Column<long>(),
                metadata = table.Column<string>(maxLength: Upload.MaximumMetadataLength, nullable: true),
                name = table.Column<string>(maxLength: FileNames.MaximumLength, nullable: true),
                object_name = table.Column<string>(maxLength: MediaObjectMapping.MaximumNameLength, nullable: true),
                owner_id = table.Column<Guid>(),
                received = table.Column<long>(),
                refusal = table.Column<string>(maxLength: UploadMapping.MaximumRefusalCodeLength, nullable: true),
                refusal_detail = table.Column<string>(maxLength: Upload.MaximumRefusalLength, nullable: true),
                sha256 = table.Column<string>(maxLength: UploadMapping.Sha256Length, nullable: true),
            },
            Schema,
            table =>
            {
                table.PrimaryKey("pk_uploads", row => row.id);
                table.CheckConstraint(UploadMapping.ReceivedCheck, UploadMapping.ReceivedRule);
            });
        migrationBuilder.CreateIndex("ix_uploads_expires_at", UploadMapping.Table, "expires_at", Schema);
        migrationBuilder.CreateIndex("ix_uploads_owner_id", UploadMapping.Table, "owner_id", Schema);
        migrationBuilder.CreateTable(
            UploadMapping.PieceTable,
            table => new
            {
                upload_id = table.Column<Guid>(),
                start = table.Column<long>(),
                bytes = table.Column<int>(),
                name = table.Column<string>(maxLength: UploadPiece.MaximumNameLength),
            },
            Schema,
            table =>
            {
                table.PrimaryKey("pk_upload_pieces", row => new { row.upload_id, row.start });
                table.ForeignKey("fk_upload_pieces_uploads_upload_id", row => row.upload_id, UploadMapping.Table, "id", Schema, onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            UploadMapping.ReceiptTable,
            table => new
            {
                file_id = table.Column<Guid>(),
                length = table.Column<long>(),
                metadata = table.Column<string>(maxLength: Upload.MaximumMetadataLength, nullable: true),
                sha256 = table.Column<string>(maxLength: UploadMapping.Sha256Length),
            },
            Schema,
            table =>
            {
                table.PrimaryKey("pk_upload_receipts", row => row.file_id);
                table.ForeignKey("fk_upload_receipts_files_file_id", row => row.file_id, MediaFileMapping.Table, "id", Schema, onDelete: ReferentialAction.Cascade);
            });
    }
}
