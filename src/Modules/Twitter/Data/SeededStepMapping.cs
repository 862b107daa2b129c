using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data;

internal sealed class SeededStepMapping : IEntityTypeConfiguration<SeededStep>
{
    public void Configure(EntityTypeBuilder<SeededStep> builder)
    {
        builder.ToTable("seedings");
        builder.HasKey(step => step.Name);
        builder.Property(step => step.Name).HasMaxLength(SeededStep.MaximumNameLength);
    }
}
