using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener.Data;

internal sealed class VisitsByReferrerMapping : IEntityTypeConfiguration<VisitsByReferrer>
{
    public const string Table = "visits_by_referrer";

    public void Configure(EntityTypeBuilder<VisitsByReferrer> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(row => new { row.Code, row.Referrer });
        builder.Property(row => row.Code).HasMaxLength(LinkCode.MaximumLength);
        builder.Property(row => row.Referrer).HasMaxLength(Referrer.MaximumLength);
    }
}
