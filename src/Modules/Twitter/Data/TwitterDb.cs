using Microsoft.EntityFrameworkCore;
using SystemDesign.Platform.Persistence;
using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

internal sealed class TwitterDb(DbContextOptions<TwitterDb> options) : ModuleDb(options, SchemaName)
{
    public const string SchemaName = "twitter";

    public DbSet<Person> People => Set<Person>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<FollowRequest> FollowRequests => Set<FollowRequest>();

    public DbSet<Block> Blocks => Set<Block>();

    public DbSet<Mute> Mutes => Set<Mute>();

    public DbSet<Tweet> Tweets => Set<Tweet>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<Like> Likes => Set<Like>();

    public DbSet<Mention> Mentions => Set<Mention>();

    public DbSet<TagUse> TagUses => Set<TagUse>();

    public DbSet<SearchDocument> SearchDocuments => Set<SearchDocument>();

    public DbSet<SearchRebuild> SearchRebuilds => Set<SearchRebuild>();

    public DbSet<SeededStep> SeededSteps => Set<SeededStep>();

    public DbSet<Feed> Feeds => Set<Feed>();

    public DbSet<FeedLine> FeedLines => Set<FeedLine>();

    public DbSet<FeedSegment> FeedSegments => Set<FeedSegment>();

    public DbSet<FeedPolicyRow> FeedPolicies => Set<FeedPolicyRow>();

    public DbSet<FanOut> FanOuts => Set<FanOut>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<CrowdRow> Crowds => Set<CrowdRow>();

    public DbSet<CrowdMember> CrowdMembers => Set<CrowdMember>();

    public DbSet<TweetImpressions> TweetImpressions => Set<TweetImpressions>();

    public DbSet<ImpressionBatchRow> ImpressionBatches => Set<ImpressionBatchRow>();

    /// <returns>The statement with each name in braces, such as <c>{tweets}</c>, as this database's SQL names that table.</returns>
    public string Sql(string statement) => TableNames.Put(this, statement);
}
