using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Data;

internal sealed class LinkMapping : IEntityTypeConfiguration<Link>
{
    public void Configure(EntityTypeBuilder<Link> builder)
    {
        builder.Property(link => link.Code).HasMaxLength(LinkCode.MaximumLength);
        builder.Property(link => link.Url).HasMaxLength(TargetUrl.MaximumLength);

        // An edit holds only if nobody edited the link since it was read. The default is for links older than versions: SQLite adds
        // no column without.
        builder.Property(link => link.Version).IsConcurrencyToken().HasDefaultValue(Guid.Empty).ValueGeneratedNever();

        // The way of a page of somebody's links.
        builder.HasIndex(link => new { link.OwnerId, link.Id });
        builder.HasIndex(link => link.Code)
            .ConflictsAs("url-shortener.alias-taken", "This alias leads somewhere already: choose another.", "alias");
    }
}
