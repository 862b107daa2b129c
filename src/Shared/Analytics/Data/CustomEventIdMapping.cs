using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SystemDesign.Analytics.Data;

internal sealed class CustomEventIdMapping : IEntityTypeConfiguration<CustomEventId>
{
    public const string Table = "custom_event_ids";

    public void Configure(EntityTypeBuilder<CustomEventId> builder)
    {
        builder.ToTable(Table);

        // The way of the sweep.
        builder.HasIndex(row => row.ReceivedAt);
    }
}
