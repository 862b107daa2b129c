using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Notifications.Domain.Recipients;

namespace SystemDesign.Notifications.Data.Migrations;

[DbContext(typeof(NotificationsDb))]
[Migration(nameof(M0004Notifications))]
internal sealed class M0004Notifications : Migration
{
    private const string Schema = NotificationsDb.SchemaName;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateRecipients(migrationBuilder);
        CreateItems(migrationBuilder);
        CreateContacts(migrationBuilder);
        CreateDeliveries(migrationBuilder);
    }

    private static void CreateRecipients(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            RecipientMapping.Table,
            table => new
            {
                user_id = table.Column<Guid>(),
                last_position = table.Column<long>(),
                left_at = table.Column<DateTimeOffset>(nullable: true),
                quiet_from = table.Column<int>(nullable: true),
                quiet_until = table.Column<int>(nullable: true),
                time_zone = table.Column<string>(maxLength: Recipient.MaximumTimeZoneLength, nullable: true),
                version = table.Column<int>(),
            },
            Schema,
            table => table.PrimaryKey("pk_recipients", row => row.user_id));
        migrationBuilder.CreateTable(
            TopicPreferenceMapping.Table,
            table => new
            {
                user_id = table.Column<Guid>(),
                topic = table.Column<string>(maxLength: InboxItem.MaximumTopicLength),
                email = table.Column<bool>(),
                in_app = table.Column<bool>(),
                push = table.Column<bool>(),
                sms = table.Column<bool>(),
            },
            Schema,
            table => table.PrimaryKey("pk_preferences", row => new { row.user_id, row.topic }));
    }

    private static void CreateItems(MigrationBuilder migrationBuilder)
    {
        const string Table = InboxItemMapping.Table;
        migrationBuilder.CreateTable(
            Table,
            table => new
            {
                id = table.Column<Guid>(),
                body = table.Column<string>(maxLength: InboxItem.MaximumBodyLength),
                created_at = table.Column<DateTimeOffset>(),
                dedup_key = table.Column<string>(maxLength: InboxItem.MaximumDedupKeyLength),
                deleted_at = table.Column<DateTimeOffset>(nullable: true),
                link = table.Column<string>(maxLength: InboxItem.MaximumLinkLength, nullable: true),
                position = table.Column<long>(nullable: true),
                read_at = table.Column<DateTimeOffset>(nullable: true),
                requested_at = table.Column<DateTimeOffset>(),
                title = table.Column<string>(maxLength: InboxItem.MaximumTitleLength),
                topic = table.Column<string>(maxLength: InboxItem.MaximumTopicLength),
                user_id = table.Column<Guid>(),
            },
            Schema,
            table => table.PrimaryKey("pk_items", row => row.id));
        migrationBuilder.CreateIndex("ix_items_created_at", Table, "created_at", Schema);
        migrationBuilder.CreateIndex("ix_items_user_id_dedup_key", Table, ["user_id", "dedup_key"], Schema, unique: true);
        migrationBuilder.CreateIndex("ix_items_user_id_position", Table, ["user_id", "position"], Schema, unique: true);
        migrationBuilder.CreateIndex("ix_items_user_id_read_at_position", Table, ["user_id", "read_at", "position"], Schema);
    }

    private static void CreateContacts(MigrationBuilder migrationBuilder)
    {
        const string Table = ContactMapping.Table;
        migrationBuilder.CreateTable(
            Table,
            table => new
            {
                id = table.Column<Guid>(),
                address = table.Column<string>(maxLength: Contact.MaximumTokenLength, nullable: true),
                channel = table.Column<int>(),
                code_attempts = table.Column<int>(),
                code_expires_at = table.Column<DateTimeOffset>(nullable: true),
                code_hash = table.Column<string>(maxLength: ContactMapping.MaximumHashLength, nullable: true),
                code_id = table.Column<Guid>(nullable: true),
                codes_sent = table.Column<int>(),
                codes_since = table.Column<DateTimeOffset>(nullable: true),
                confirmed_at = table.Column<DateTimeOffset>(nullable: true),
                name = table.Column<string>(maxLength: Contact.MaximumNameLength, nullable: true),
                pending_address = table.Column<string>(maxLength: Contact.MaximumAddressLength, nullable: true),
                slot = table.Column<string>(maxLength: Contact.MaximumSlotLength),
                user_id = table.Column<Guid>(),
                version = table.Column<int>(),
            },
            Schema,
            table => table.PrimaryKey("pk_contacts", row => row.id));
        migrationBuilder.CreateIndex("ix_contacts_channel_slot", Table, ["channel", "slot"], Schema);
        migrationBuilder.CreateIndex("ix_contacts_user_id_channel_slot", Table, ["user_id", "channel", "slot"], Schema, unique: true);
    }

    private static void CreateDeliveries(MigrationBuilder migrationBuilder)
    {
        const string Table = DeliveryMapping.Table;
        migrationBuilder.CreateTable(
            Table,
            table => new
            {
                id = table.Column<Guid>(),
                attempts = table.Column<int>(),
                channel = table.Column<int>(),
                contact_id = table.Column<Guid>(),
                created_at = table.Column<DateTimeOffset>(),
                item_id = table.Column<Guid>(nullable: true),
                last_error = table.Column<string>(maxLength: Delivery.MaximumErrorLength, nullable: true),
                lease = table.Column<Guid>(nullable: true),
                not_before = table.Column<DateTimeOffset>(),
                provider = table.Column<string>(maxLength: Delivery.MaximumProviderLength, nullable: true),
                sealed_code = table.Column<string>(maxLength: DeliveryMapping.MaximumSealLength, nullable: true),
                settled_at = table.Column<DateTimeOffset>(nullable: true),
                state = table.Column<int>(),
                user_id = table.Column<Guid>(),
            },
            Schema,
            table =>
            {
                table.PrimaryKey("pk_deliveries", row => row.id);
                table.ForeignKey("fk_deliveries_items_item_id", row => row.item_id, InboxItemMapping.Table, "id", Schema, onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_deliveries_created_at", Table, "created_at", Schema);
        migrationBuilder.CreateIndex("ix_deliveries_item_id_contact_id", Table, ["item_id", "contact_id"], Schema, unique: true);
        migrationBuilder.CreateIndex("ix_deliveries_state_id", Table, ["state", "id"], Schema);
        migrationBuilder.CreateIndex("ix_deliveries_state_not_before", Table, ["state", "not_before"], Schema);
        migrationBuilder.CreateIndex("ix_deliveries_user_id", Table, "user_id", Schema);
    }
}
