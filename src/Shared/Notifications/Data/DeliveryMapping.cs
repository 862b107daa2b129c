using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Notifications.Domain.Inbox;

namespace SystemDesign.Notifications.Data;

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public const string Table = "deliveries";
    public const int MaximumSealLength = 500;

    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable(Table);
        builder.Property(delivery => delivery.SealedCode).HasMaxLength(MaximumSealLength);
        builder.Property(delivery => delivery.Provider).HasMaxLength(Delivery.MaximumProviderLength);
        builder.Property(delivery => delivery.LastError).HasMaxLength(Delivery.MaximumErrorLength);

        // Redriven only if nobody else did, and nobody delivers it.
        builder.Property(delivery => delivery.State).IsConcurrencyToken();

        // One message of a notification to an address.
        builder.HasIndex(delivery => new { delivery.ItemId, delivery.ContactId }).IsUnique();
        builder.HasOne<InboxItem>().WithMany().HasForeignKey(delivery => delivery.ItemId).OnDelete(DeleteBehavior.Cascade);

        // What is due, and the way of a page of those in a state.
        builder.HasIndex(delivery => new { delivery.State, delivery.NotBefore });
        builder.HasIndex(delivery => new { delivery.State, delivery.Id });
        builder.HasIndex(delivery => delivery.UserId);
        builder.HasIndex(delivery => delivery.CreatedAt);
    }
}
