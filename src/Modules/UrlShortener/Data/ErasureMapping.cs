using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SystemDesign.UrlShortener.Data;

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public const string Table = "erasures";

    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(erasure => erasure.UserId);
        builder.Property(erasure => erasure.UserId).ValueGeneratedNever();
        builder.HasIndex(erasure => erasure.NotBefore);
    }
}
