using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

internal sealed class TweetMapping
    : IEntityTypeConfiguration<Tweet>,
        IEntityTypeConfiguration<Attachment>,
        IEntityTypeConfiguration<Entry>,
        IEntityTypeConfiguration<Like>,
        IEntityTypeConfiguration<Mention>,
        IEntityTypeConfiguration<TagUse>
{
    public void Configure(EntityTypeBuilder<Tweet> builder)
    {
        builder.ToTable("tweets");
        builder.Property(tweet => tweet.Text).HasMaxLength(TweetText.MaximumCharacters);

        // Answers are listed in their order; and among however many, those of somebody, and the private ones, are found to be counted.
        builder.HasIndex(tweet => new { tweet.InReplyTo, tweet.Id }).HasFilter("in_reply_to IS NOT NULL");
        builder.HasIndex(tweet => new { tweet.InReplyTo, tweet.Author }).HasFilter("in_reply_to IS NOT NULL");
        builder.HasIndex(tweet => tweet.InReplyTo).HasFilter("is_private");
        builder.HasIndex(tweet => new { tweet.QuoteOf, tweet.Author }).HasFilter("quote_of IS NOT NULL");
        builder.HasIndex(tweet => tweet.QuoteOf).HasFilter("is_private");
        builder.HasIndex(tweet => new { tweet.Author, tweet.Id });
    }

    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments").IsClusteredByKey();
        builder.HasKey(attachment => new { attachment.TweetId, attachment.Place });
        builder.Property(attachment => attachment.ObjectName).HasMaxLength(Attachment.MaximumNameLength);
        builder.Property(attachment => attachment.ContentType).HasMaxLength(Attachment.MaximumContentTypeLength);
        builder.HasIndex(attachment => attachment.FileId);
    }

    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.ToTable("entries");

        // The way of a pull, and of a profile.
        builder.HasIndex(entry => new { entry.Actor, entry.Id });

        // A tweet is reposted once by each, and never by its author.
        builder.HasIndex(entry => new { entry.TweetId, entry.Actor }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Like> builder)
    {
        builder.ToTable("likes").IsClusteredByKey();
        builder.HasKey(like => new { like.TweetId, like.Person });
        builder.HasIndex(like => new { like.Person, like.TweetId });
    }

    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.ToTable("mentions").IsClusteredByKey();
        builder.HasKey(mention => new { mention.TweetId, mention.Person });
        builder.HasIndex(mention => new { mention.Person, mention.TweetId });
    }

    public void Configure(EntityTypeBuilder<TagUse> builder)
    {
        builder.ToTable("tag_uses").IsClusteredByKey();
        builder.HasKey(use => new { use.TweetId, use.Tag });
        builder.Property(use => use.Tag).HasMaxLength(TweetText.MaximumTagLength);
        builder.HasIndex(use => new { use.Tag, use.TweetId });
    }
}
