using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Analytics.Domain.Events;

namespace SystemDesign.Analytics.Data;

internal sealed class EventCountMapping : IEntityTypeConfiguration<EventCount>
{
    public const string Table = "event_counts";

    public void Configure(EntityTypeBuilder<EventCount> builder)
    {
        builder.ToTable(Table).HasKey(row => new { row.Step, row.Start, row.Name });
        builder.Property(row => row.Name).HasMaxLength(EventNames.MaximumLength);
    }
}
