using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SystemDesign.UrlShortener.Data;

internal sealed class WrittenBatchMapping : IEntityTypeConfiguration<WrittenBatch>
{
    public const string Table = "visit_batches";

    public void Configure(EntityTypeBuilder<WrittenBatch> builder) => builder.ToTable(Table);
}
