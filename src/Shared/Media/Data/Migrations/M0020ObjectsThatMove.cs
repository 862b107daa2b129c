using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SystemDesign.Media.Data.Migrations;

[DbContext(typeof(MediaDb))]
[Migration(nameof(M0020ObjectsThatMove))]
internal sealed class M0020ObjectsThatMove : Migration
{
    private const string Schema = MediaDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTimeOffset>("moved_at", MediaObjectMapping.Table, schema: Schema, nullable: true);
        migrationBuilder.DropIndex("ix_objects_tier_last_read_at", MediaObjectMapping.Table, Schema);
        migrationBuilder.CreateIndex("ix_objects_tier_last_read_at_bytes", MediaObjectMapping.Table, ["tier", "last_read_at", "bytes"], Schema);
    }
}
