using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.UrlShortener.Domain.Codes;

namespace SystemDesign.UrlShortener.Data;

internal sealed class PoolCodeMapping : IEntityTypeConfiguration<PoolCode>
{
    public void Configure(EntityTypeBuilder<PoolCode> builder)
    {
        builder.ToTable("code_pool");
        builder.HasKey(row => new { row.Length, row.Position });
        builder.Property(row => row.Code).HasMaxLength(PermutedCodes.MaximumLength);
        builder.HasIndex(row => row.Code).IsUnique();

        // What is still to be had, however many have been.
        builder.HasIndex(row => new { row.Length, row.Position }).HasFilter("link_id IS NULL");
    }
}
