using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Notifications.Domain.Inbox;

namespace SystemDesign.Notifications.Data;

internal sealed class InboxItemMapping : IEntityTypeConfiguration<InboxItem>
{
    public const string Table = "items";

    public void Configure(EntityTypeBuilder<InboxItem> builder)
    {
        builder.ToTable(Table);
        builder.Property(item => item.Topic).HasMaxLength(InboxItem.MaximumTopicLength);
        builder.Property(item => item.Title).HasMaxLength(InboxItem.MaximumTitleLength);
        builder.Property(item => item.Body).HasMaxLength(InboxItem.MaximumBodyLength);
        builder.Property(item => item.Link).HasMaxLength(InboxItem.MaximumLinkLength);
        builder.Property(item => item.DedupKey).HasMaxLength(InboxItem.MaximumDedupKeyLength);

        // However often something is asked for, its user gets it once.
        builder.HasIndex(item => new { item.UserId, item.DedupKey }).IsUnique();

        // The way of a page of somebody's notifications; the second that of the unread ones, and of their number.
        builder.HasIndex(item => new { item.UserId, item.Position }).IsUnique();
        builder.HasIndex(item => new { item.UserId, item.ReadAt, item.Position });
        builder.HasIndex(item => item.CreatedAt);
    }
}
