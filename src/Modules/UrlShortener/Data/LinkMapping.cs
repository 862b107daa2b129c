using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Platform.Persistence;
using SystemDesign.UrlShortener.Domain.Abuse;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

internal sealed class LinkMapping : IEntityTypeConfiguration<Link>, IEntityTypeConfiguration<LinkTag>
{
    public void Configure(EntityTypeBuilder<Link> builder)
    {
        builder.Property(link => link.Code).HasMaxLength(LinkCode.MaximumLength);
        builder.Property(link => link.BannedFor).HasMaxLength(Report.MaximumReasonLength);
        builder.Ignore(link => link.Document);

        // An edit holds only if nobody edited the link since it was read.
        builder.Property(link => link.Version).IsConcurrencyToken();

        // The way of a page of somebody's links.
        builder.HasIndex(link => new { link.OwnerId, link.Id });
        builder.HasIndex(link => link.Code)
            .ConflictsAs("url-shortener.alias-taken", "This alias is taken, or was, and is never given again: choose another.", "alias");

        // A document is one link's, and by this a sweep finds whose.
        builder.HasIndex(link => new { link.DocumentShard, link.DocumentId }).IsUnique();
        builder.HasMany(link => link.Tags).WithOne().HasForeignKey(tag => tag.LinkId);
    }

    public void Configure(EntityTypeBuilder<LinkTag> builder)
    {
        builder.ToTable("link_tags");
        builder.HasKey(tag => new { tag.OwnerId, tag.Tag, tag.LinkId });
        builder.Property(tag => tag.Tag).HasMaxLength(LinkTags.MaximumLength);
    }
}
