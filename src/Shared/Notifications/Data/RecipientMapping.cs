using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Notifications.Domain.Recipients;

namespace SystemDesign.Notifications.Data;

internal sealed class RecipientMapping : IEntityTypeConfiguration<Recipient>
{
    public const string Table = "recipients";

    public void Configure(EntityTypeBuilder<Recipient> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(recipient => recipient.UserId);
        builder.Property(recipient => recipient.UserId).ValueGeneratedNever();
        builder.Property(recipient => recipient.TimeZone).HasMaxLength(Recipient.MaximumTimeZoneLength);
        builder.Ignore(recipient => recipient.QuietHours);
    }
}
