using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Analytics.Domain.Events;

namespace SystemDesign.Analytics.Data;

internal sealed class UserSketchMapping : IEntityTypeConfiguration<UserSketch>
{
    public const string Table = "user_sketches";

    public void Configure(EntityTypeBuilder<UserSketch> builder)
    {
        builder.ToTable(Table).HasKey(row => new { row.Step, row.Start, row.Name });
        builder.Property(row => row.Name).HasMaxLength(EventNames.MaximumLength);
    }
}
