using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Platform.Outbox.Tables;

/// <summary>The tables that every module's database has, so that what happened is kept with what changed.</summary>
internal static class OutboxTables
{
    public const string Outbox = "outbox";

    public const string Inbox = "inbox";

    public const int MaximumNameLength = 100;

    public const int MaximumKeyLength = 200;

    public const int MaximumFailureLength = 2_000;

    public static void Map(ModelBuilder model)
    {
        model.Entity<OutboxEvent>(table =>
        {
            table.ToTable(Outbox).HasKey(row => row.Position);
            table.Property(row => row.Name).HasMaxLength(MaximumNameLength);
            table.Property(row => row.Key).HasMaxLength(MaximumKeyLength);
            table.Property(row => row.TraceParent).HasMaxLength(55);
            table.HasIndex(row => row.Position).HasFilter("settled_at IS NULL");
            table.HasIndex(row => new { row.Key, row.Position }).HasFilter("settled_at IS NULL");
            table.HasIndex(row => row.AudienceId).HasFilter("audience_id IS NOT NULL");
            table.HasIndex(row => row.Key).HasFilter("audience_id IS NOT NULL");
            table.HasIndex(row => row.SettledAt).HasFilter("settled_at IS NOT NULL AND audience_id IS NULL");
        });
        model.Entity<OwedDelivery>(table =>
        {
            table.ToTable("outbox_deliveries");
            table.Property(row => row.Handler).HasMaxLength(MaximumNameLength);
            table.Property(row => row.Key).HasMaxLength(MaximumKeyLength);
            table.Property(row => row.Failure).HasMaxLength(MaximumFailureLength);
            table.HasIndex(row => new { row.Position, row.Handler }).IsUnique();
            table.HasIndex(row => new { row.Handler, row.Key, row.Position });
            table.HasOne<OutboxEvent>().WithMany().HasForeignKey(row => row.Position);
        });
        model.Entity<Audience>(table =>
        {
            table.ToTable("outbox_audiences");
            table.Property(row => row.EventName).HasMaxLength(MaximumNameLength);
            table.HasIndex(row => new { row.EventName, row.Handlers }).IsUnique();
        });
        model.Entity<InboxEntry>(table =>
        {
            table.ToTable(Inbox).HasKey(row => new { row.EventId, row.Handler });
            table.Property(row => row.Handler).HasMaxLength(MaximumNameLength);
        });
    }
}
