using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Analytics.Domain.CustomEvents;
using SystemDesign.Analytics.Domain.Events;

namespace SystemDesign.Analytics.Data.Migrations;

[DbContext(typeof(AnalyticsDb))]
[Migration(nameof(M0004EventCounts))]
internal sealed class M0004EventCounts : Migration
{
    private const string Schema = AnalyticsDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            EventCountMapping.Table,
            table => new
            {
                step = table.Column<int>(),
                start = table.Column<DateTimeOffset>(),
                name = table.Column<string>(maxLength: EventNames.MaximumLength),
                total = table.Column<long>(),
            },
            Schema,
            table => table.PrimaryKey("pk_event_counts", row => new { row.step, row.start, row.name }));
        migrationBuilder.CreateTable(
            UserSketchMapping.Table,
            table => new
            {
                step = table.Column<int>(),
                start = table.Column<DateTimeOffset>(),
                name = table.Column<string>(maxLength: EventNames.MaximumLength),
                seen = table.Column<byte[]>(),
            },
            Schema,
            table => table.PrimaryKey("pk_user_sketches", row => new { row.step, row.start, row.name }));
        migrationBuilder.CreateTable(
            SketchKeyMapping.Table,
            table => new
            {
                id = table.Column<int>(),
                @protected = table.Column<string>(name: "protected"),
            },
            Schema,
            table => table.PrimaryKey("pk_sketch_keys", row => row.id));
        migrationBuilder.CreateTable(
            CustomEventIdMapping.Table,
            table => new
            {
                id = table.Column<Guid>(),
                received_at = table.Column<DateTimeOffset>(),
            },
            Schema,
            table => table.PrimaryKey("pk_custom_event_ids", row => row.id));
        migrationBuilder.CreateIndex("ix_custom_event_ids_received_at", CustomEventIdMapping.Table, "received_at", Schema);
        migrationBuilder.CreateTable(
            PropertyCountMapping.Table,
            table => new
            {
                day = table.Column<DateTimeOffset>(),
                name = table.Column<string>(maxLength: EventNames.MaximumLength),
                property = table.Column<string>(maxLength: CustomEventRules.MaximumPropertyNameLength),
                value = table.Column<string>(maxLength: CustomEventRules.MaximumValueLength),
                total = table.Column<long>(),
            },
            Schema,
            table => table.PrimaryKey("pk_property_counts", row => new { row.day, row.name, row.property, row.value }));
    }
}
