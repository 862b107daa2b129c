using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Analytics.Domain.CustomEvents;
using SystemDesign.Analytics.Domain.Events;

namespace SystemDesign.Analytics.Data;

internal sealed class PropertyCountMapping : IEntityTypeConfiguration<PropertyCount>
{
    public const string Table = "property_counts";

    public void Configure(EntityTypeBuilder<PropertyCount> builder)
    {
        builder.ToTable(Table).HasKey(row => new { row.Day, row.Name, row.Property, row.Value });
        builder.Property(row => row.Name).HasMaxLength(EventNames.MaximumLength);
        builder.Property(row => row.Property).HasMaxLength(CustomEventRules.MaximumPropertyNameLength);
        builder.Property(row => row.Value).HasMaxLength(CustomEventRules.MaximumValueLength);
    }
}
