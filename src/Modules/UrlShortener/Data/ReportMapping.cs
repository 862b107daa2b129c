using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.UrlShortener.Domain.Abuse;

namespace SystemDesign.UrlShortener.Data;

internal sealed class ReportMapping : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reports");
        builder.Property(report => report.Reason).HasMaxLength(Report.MaximumReasonLength);

        // Who reports again says nothing new. Those who are nobody are each another.
        builder.HasIndex(report => new { report.LinkId, report.ReporterId }).IsUnique();
        builder.HasIndex(report => report.ReporterId);
    }
}
