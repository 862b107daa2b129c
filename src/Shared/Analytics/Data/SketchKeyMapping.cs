using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SystemDesign.Analytics.Data;

internal sealed class SketchKeyMapping : IEntityTypeConfiguration<SketchKey>
{
    public const string Table = "sketch_keys";

    public void Configure(EntityTypeBuilder<SketchKey> builder)
    {
        builder.ToTable(Table);
        builder.Property(key => key.Id).ValueGeneratedNever();
    }
}
