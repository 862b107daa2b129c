using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data;

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("erasures");
        builder.HasKey(erasure => erasure.Person);
        builder.Property(erasure => erasure.Person).ValueGeneratedNever();
        builder.HasIndex(erasure => erasure.NotBefore);
    }
}
