using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Data.Rows;

namespace SystemDesign.Twitter.Data;

internal sealed class FeedMapping
    : IEntityTypeConfiguration<Feed>,
        IEntityTypeConfiguration<FeedLine>,
        IEntityTypeConfiguration<FeedSegment>,
        IEntityTypeConfiguration<FeedPolicyRow>,
        IEntityTypeConfiguration<FanOut>
{
    public void Configure(EntityTypeBuilder<Feed> builder)
    {
        builder.ToTable("feeds").IsClusteredByKey();
        builder.HasKey(feed => feed.Owner);
        builder.Property(feed => feed.Owner).ValueGeneratedNever();
        builder.HasIndex(feed => feed.SeenAt);
    }

    public void Configure(EntityTypeBuilder<FeedLine> builder)
    {
        builder.ToTable("feed_lines").IsClusteredByKey();
        builder.HasKey(line => new { line.Segment, line.Owner, line.EntryId });
    }

    public void Configure(EntityTypeBuilder<FeedSegment> builder)
    {
        builder.ToTable("feed_segments");
        builder.HasKey(segment => segment.Number);
        builder.Property(segment => segment.Number).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<FeedPolicyRow> builder)
    {
        builder.ToTable("feed_policies");
        builder.Property(policy => policy.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<FanOut> builder)
    {
        builder.ToTable("fan_outs");
        builder.HasKey(fanOut => fanOut.EntryId);
    }
}
