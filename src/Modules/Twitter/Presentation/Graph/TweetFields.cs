using SystemDesign.GraphQL.Execution;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Presentation.Graph;

internal static class TweetFields
{
    public static void Declare(GraphTypes types)
    {
        DeclareText(types);
        DeclareOthers(types);
        DeclareCounts(types.Tweet);
        DeclareAttachment(types.Attachment);
        DeclareFeedItem(types);
        DeclareThread(types);
    }

    private static void DeclareText(GraphTypes types)
    {
        var tweet = types.Tweet;
        tweet.Field("id", Scalars.IdOf<Guid>(), source => source.Id).Describe("UUIDv7: as old as its tweet.");
        tweet.Field("author", types.Person, source => source.Author).Describe("Who wrote it.");
        tweet.Field("text", Scalars.String, source => source.Text).Describe("1 to 280 characters as readers count them.");
        tweet.Field("createdAt", types.Instant, source => source.CreatedAt);
        tweet.Field("media", types.Attachment.List(), source => source.Media).Describe("The files that it shows, in the author's order.").Size(PostTweet.MaximumMedia);
        tweet.Field("mentions", Scalars.String.List(), source => source.Mentions).Describe("The user names of whom it names, and who exist.");
    }

    /// <summary>To each other tweet, by a read that asks again whether I may see it.</summary>
    private static void DeclareOthers(GraphTypes types)
    {
        var tweet = types.Tweet;
        tweet.Field("inReplyToId", Scalars.IdOf<Guid>().OrNull(), source => source.InReplyTo).Describe("The tweet that it answers, which may be deleted, or not for me to see.");
        tweet.Field("inReplyTo", tweet.OrNull(), (source, context) => FindAsync(source.InReplyTo, context)).Describe("That one; null if it is deleted, or not for me to see.");
        tweet.Field("threadId", Scalars.IdOf<Guid>(), source => source.Thread).Describe("The first tweet of its thread; itself, if it answers nothing.");
        tweet.Field("quoteOfId", Scalars.IdOf<Guid>().OrNull(), source => source.QuoteOf).Describe("The tweet that it shows below itself.");
        tweet.Field("quote", tweet.OrNull(), async (source, context) => source.Quote ?? await FindAsync(source.QuoteOf, context))
            .Describe("That one; null if it is deleted, or not for me to see.");
        tweet.Page("replies", types.TweetPage, async (source, context) =>
            await context.FirstOrLaterAsync(Batches.Replies, source.Id, page => new ListReplies(source.Id, page)) ?? throw Tweet.NotFound())
            .Describe("What answers it, the oldest first.");
    }

    private static void DeclareCounts(ObjectType<ShownTweet> tweet)
    {
        tweet.Field("likeCount", Scalars.Int, source => source.Likes).Describe("How many like it.");
        tweet.Field("repostCount", Scalars.Int, source => source.Reposts).Describe("How many reposted it.");
        tweet.Field("replyCount", Scalars.Int, source => source.Replies).Describe("How many tweets answer it that I may see.");
        tweet.Field("quoteCount", Scalars.Int, source => source.Quotes).Describe("How many tweets quote it that I may see.");
        tweet.Field("liked", Scalars.Boolean, source => source.Liked).Describe("I like it.");
        tweet.Field("reposted", Scalars.Boolean, source => source.Reposted).Describe("I reposted it.");
    }

    private static void DeclareAttachment(ObjectType<ShownAttachment> attachment)
    {
        attachment.Field("fileId", Scalars.IdOf<Guid>(), source => source.FileId).Describe("Of Media.");
        attachment.Field("url", Scalars.String, source => source.Url).Describe("Where it is, if everybody may read it; a private one is read through Media by who may.");
        attachment.Field("contentType", Scalars.String, source => source.ContentType).Describe("Found by looking into the bytes.");
        attachment.Field("bytes", Scalars.Float, source => source.Bytes).Describe("A whole number, which may be larger than an `Int`.");
    }

    private static void DeclareFeedItem(GraphTypes types)
    {
        types.FeedItem.Field("id", Scalars.IdOf<Guid>(), source => source.Id).Describe("UUIDv7: of a tweet its own; of a repost, as old as that.");
        types.FeedItem.Field("repostedBy", types.Person.OrNull(), source => source.RepostedBy).Describe("Who reposted it; null: it stands there as its author's.");
        types.FeedItem.Field("tweet", types.Tweet, source => source.Tweet);
    }

    private static void DeclareThread(GraphTypes types)
    {
        types.Thread.Field("answered", types.Tweet.List(), source => source.Answered)
            .Describe("What it answers, what that answers, and so on, the first of the thread first; at most 100, and only those that I may see.").Size(100);
        types.Thread.Field("tweet", types.Tweet, source => source.Tweet).Describe("The tweet itself.");
    }

    private static async Task<ShownTweet?> FindAsync(Guid? id, FieldContext context) => id is { } given ? await context.LoadOrDefaultAsync(Batches.Tweets, given) : null;
}
