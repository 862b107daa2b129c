using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

internal sealed class VisitsByHourMapping : IEntityTypeConfiguration<VisitsByHour>
{
    public const string Table = "visits_by_hour";

    public void Configure(EntityTypeBuilder<VisitsByHour> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(row => new { row.Code, row.Hour });
        builder.Property(row => row.Code).HasMaxLength(LinkCode.MaximumLength);
    }
}
