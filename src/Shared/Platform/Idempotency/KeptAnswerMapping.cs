using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SystemDesign.Platform.Idempotency;

/// <summary>A table in every module's database, since what it keeps commits with the module's own rows.</summary>
internal sealed class KeptAnswerMapping : IEntityTypeConfiguration<KeptAnswer>
{
    public const string Table = "idempotency_keys";

    public const int MaximumOperationLength = 100;

    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(kept => new { kept.UserId, kept.Key });
        builder.Property(kept => kept.Key).HasMaxLength(IdempotencyKey.MaximumLength);
        builder.Property(kept => kept.Operation).HasMaxLength(MaximumOperationLength);
        builder.HasIndex(kept => kept.CreatedAt);
    }
}
