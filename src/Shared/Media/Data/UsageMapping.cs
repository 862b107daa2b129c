using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Media.Domain.Files;

namespace SystemDesign.Media.Data;

internal sealed class UsageMapping : IEntityTypeConfiguration<Usage>
{
    public const string Table = "usages";
    public const string Check = "ck_usages_not_negative";
    public const string Rule = "used_bytes >= 0 AND reserved_bytes >= 0 AND uploads >= 0";

    public void Configure(EntityTypeBuilder<Usage> builder)
    {
        builder.ToTable(Table, table => table.HasCheckConstraint(Check, Rule));
        builder.HasKey(usage => usage.OwnerId);
        builder.Property(usage => usage.OwnerId).ValueGeneratedNever();
    }
}
