using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Notifications.Domain.Preferences;

namespace SystemDesign.Notifications.Data;

internal sealed class TopicPreferenceMapping : IEntityTypeConfiguration<TopicPreference>
{
    public const string Table = "preferences";

    public void Configure(EntityTypeBuilder<TopicPreference> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(preference => new { preference.UserId, preference.Topic });
        builder.Property(preference => preference.Topic).HasMaxLength(InboxItem.MaximumTopicLength);
        builder.Ignore(preference => preference.Choices);
    }
}
