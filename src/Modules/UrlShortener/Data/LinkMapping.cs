using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

internal sealed class LinkMapping : IEntityTypeConfiguration<Link>
{
    public void Configure(EntityTypeBuilder<Link> builder)
    {
        builder.Property(link => link.Code).HasMaxLength(LinkCode.MaximumLength);
        builder.Property(link => link.Url).HasMaxLength(TargetUrl.MaximumLength);
        builder.HasIndex(link => link.Code)
            .ConflictsAs("url-shortener.alias-taken", "This alias leads somewhere already: choose another.", "alias");
    }
}
