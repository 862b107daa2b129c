using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SystemDesign.UrlShortener.Data;

internal sealed class CodeSequenceMapping : IEntityTypeConfiguration<CodeSequence>
{
    public void Configure(EntityTypeBuilder<CodeSequence> builder)
    {
        builder.ToTable("code_sequences");
        builder.HasKey(sequence => sequence.Length);
        builder.Property(sequence => sequence.Length).ValueGeneratedNever();
    }
}
