using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SystemDesign.Analytics.Data;

internal sealed class WrittenBatchMapping : IEntityTypeConfiguration<WrittenBatch>
{
    public const string Table = "traffic_batches";

    public void Configure(EntityTypeBuilder<WrittenBatch> builder)
    {
        builder.ToTable(Table);

        // The way of the sweep.
        builder.HasIndex(batch => batch.WrittenAt);
    }
}
