using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Media.Domain.Objects;

namespace SystemDesign.Media.Data;

internal sealed class MediaObjectMapping : IEntityTypeConfiguration<MediaObject>
{
    public const string Table = "objects";
    public const int MaximumNameLength = 80;
    public const int MaximumTypeLength = 100;

    public void Configure(EntityTypeBuilder<MediaObject> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(kept => kept.Name);
        builder.Property(kept => kept.Name).HasMaxLength(MaximumNameLength);
        builder.Property(kept => kept.ContentType).HasMaxLength(MaximumTypeLength);
        builder.HasIndex(kept => kept.UnusedSince).HasFilter("unused_since IS NOT NULL");

        // What is unused longest, and the sums of the ledger, which need nothing but this index.
        builder.HasIndex(kept => new { kept.Tier, kept.LastReadAt, kept.Bytes });
    }
}
