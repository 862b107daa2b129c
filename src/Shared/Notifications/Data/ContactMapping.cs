using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Notifications.Data;

internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public const string Table = "contacts";
    public const int MaximumHashLength = 64;

    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable(Table);
        builder.Property(contact => contact.Slot).HasMaxLength(Contact.MaximumSlotLength);
        builder.Property(contact => contact.Name).HasMaxLength(Contact.MaximumNameLength);
        builder.Property(contact => contact.Address).HasMaxLength(Contact.MaximumTokenLength);
        builder.Property(contact => contact.PendingAddress).HasMaxLength(Contact.MaximumAddressLength);
        builder.Property(contact => contact.CodeHash).HasMaxLength(MaximumHashLength);

        // A guess counts only if nobody guessed since the contact was read.
        builder.Property(contact => contact.Version).IsConcurrencyToken();
        builder.HasIndex(contact => new { contact.UserId, contact.Channel, contact.Slot })
            .ConflictsAs("notifications.contact-changing", "This is being changed at the same time: try once more.", "address");

        // Whose a device was before.
        builder.HasIndex(contact => new { contact.Channel, contact.Slot });
    }
}
