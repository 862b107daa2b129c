using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SystemDesign.Media.Data;

internal sealed class SigningKeyMapping : IEntityTypeConfiguration<SigningKey>
{
    public const string Table = "signing_keys";

    public void Configure(EntityTypeBuilder<SigningKey> builder) => builder.ToTable(Table);
}
