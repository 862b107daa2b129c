using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Outbox.Tables;

/// <summary>The migrations of <see cref="OutboxTables"/>, which every module runs on its own database.</summary>
public static class OutboxMigration
{
    /// <param name="migration">The module's.</param>
    /// <param name="schema">The module's.</param>
    public static void CreateOutbox(this MigrationBuilder migration, string schema)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.CreateTable(
            OutboxTables.Outbox,
            table => new
            {
                position = table.Column<long>().CountedByTheDatabase(),
                audience_id = table.Column<int>(nullable: true),
                id = table.Column<Guid>(),
                key = table.Column<string>(maxLength: OutboxTables.MaximumKeyLength, nullable: true),
                lease = table.Column<Guid>(nullable: true),
                leased_until = table.Column<DateTimeOffset>(nullable: true),
                name = table.Column<string>(maxLength: OutboxTables.MaximumNameLength),
                occurred_at = table.Column<DateTimeOffset>(),
                payload = table.Column<string>(),
                settled_at = table.Column<DateTimeOffset>(nullable: true),
                trace_parent = table.Column<string>(maxLength: 55, nullable: true),
            },
            schema,
            table => table.PrimaryKey("pk_outbox", row => row.position));
        migration.CreateIndex("ix_outbox_position", "outbox", "position", schema, filter: "settled_at IS NULL");
        migration.CreateIndex("ix_outbox_key_position", "outbox", ["key", "position"], schema, filter: "settled_at IS NULL");
        migration.CreateIndex("ix_outbox_audience_id", "outbox", "audience_id", schema, filter: "audience_id IS NOT NULL");
        migration.CreateIndex("ix_outbox_settled_at", "outbox", "settled_at", schema, filter: "settled_at IS NOT NULL AND audience_id IS NULL");

        migration.CreateTable(
            "outbox_deliveries",
            table => new
            {
                id = table.Column<Guid>(),
                attempts = table.Column<int>(),
                dead_at = table.Column<DateTimeOffset>(nullable: true),
                due_at = table.Column<DateTimeOffset>(),
                failure = table.Column<string>(maxLength: OutboxTables.MaximumFailureLength, nullable: true),
                handler = table.Column<string>(maxLength: OutboxTables.MaximumNameLength),
                key = table.Column<string>(maxLength: OutboxTables.MaximumKeyLength, nullable: true),
                lease = table.Column<Guid>(nullable: true),
                leased_until = table.Column<DateTimeOffset>(nullable: true),
                position = table.Column<long>(),
            },
            schema,
            table =>
            {
                table.PrimaryKey("pk_outbox_deliveries", row => row.id);
                table.ForeignKey("fk_outbox_deliveries_outbox_position", row => row.position, "outbox", "position", schema, onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_outbox_deliveries_position_handler", "outbox_deliveries", ["position", "handler"], schema, unique: true);
        migration.CreateIndex("ix_outbox_deliveries_handler_key_position", "outbox_deliveries", ["handler", "key", "position"], schema);

        migration.CreateTable(
            "outbox_audiences",
            table => new
            {
                id = table.Column<int>().CountedByTheDatabase(),
                event_name = table.Column<string>(maxLength: OutboxTables.MaximumNameLength),
                handlers = table.Column<string>(),
            },
            schema,
            table => table.PrimaryKey("pk_outbox_audiences", row => row.id));
        migration.CreateIndex("ix_outbox_audiences_event_name_handlers", "outbox_audiences", ["event_name", "handlers"], schema, unique: true);

        migration.CreateTable(
            "inbox",
            table => new
            {
                event_id = table.Column<Guid>(),
                handler = table.Column<string>(maxLength: OutboxTables.MaximumNameLength),
                handled_at = table.Column<DateTimeOffset>(),
            },
            schema,
            table => table.PrimaryKey("pk_inbox", row => new { row.event_id, row.handler }));
    }

    /// <summary>The way from a key to its state events, once they were delivered: they are kept, and are looked for when the key ends.</summary>
    /// <inheritdoc cref="CreateOutbox" path="/param"/>
    public static void IndexStateEventsByKey(this MigrationBuilder migration, string schema)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.CreateIndex("ix_outbox_key", "outbox", "key", schema, filter: "audience_id IS NOT NULL");
    }
}
