using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

internal sealed class ImpressionMapping : IEntityTypeConfiguration<TweetImpressions>, IEntityTypeConfiguration<ImpressionBatchRow>
{
    public void Configure(EntityTypeBuilder<TweetImpressions> builder)
    {
        builder.ToTable("tweet_impressions").IsClusteredByKey();
        builder.HasKey(impressions => impressions.TweetId);

        // They are written by others than the tweet, and may come when it is gone.
        builder.HasOne<Tweet>().WithOne().HasForeignKey<TweetImpressions>(impressions => impressions.TweetId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ImpressionBatchRow> builder) => builder.ToTable("impression_batches");
}
