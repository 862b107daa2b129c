using SystemDesign.GraphQL.Schema;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.Feeds;
using SystemDesign.Twitter.Domain.Graph;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Presentation.Graph;

/// <summary>Each may be null, so that what is wrong with one says nothing of the others.</summary>
internal static class QueryFields
{
    public static void Declare(ObjectType<Root> query, GraphTypes types)
    {
        query.Field("me", types.Person.OrNull(), async Task<Author?> (_, context) => (await context.SendAsync(new ReadMyProfile())).AsAuthor()).Describe("Who is signed in.");
        query.Field("person", types.Person.OrNull(), async Task<Author?> (_, context) =>
            (await context.LoadOrDefaultAsync(Batches.Profiles, context.Get(Arguments.UserName)) ?? throw Person.NotFound()).AsAuthor())
            .Take(Arguments.UserName).Describe("Somebody. `twitter.person-not-found`: there is nobody of this name, or they block me.");
        query.Field("tweet", types.Tweet.OrNull(), async Task<ShownTweet?> (_, context) =>
            await context.LoadOrDefaultAsync(Batches.Tweets, context.Get(Arguments.Id)) ?? throw Tweet.NotFound())
            .Take(Arguments.Id).Describe("A tweet. `twitter.tweet-not-found`: there is no such tweet, or I may not see it.");
        query.Field("thread", types.Thread.OrNull(), async Task<Domain.Tweets.Thread?> (_, context) => await context.SendAsync(new ReadThread(context.Get(Arguments.Id))))
            .Take(Arguments.Id).Describe("A tweet, and what it answers. `twitter.tweet-not-found`: there is no such tweet, or I may not see it.");
        query.Page("feed", types.FeedPage.OrNull(), async Task<Page<TimelineItem>?> (_, context) => await context.SendAsync(new ReadFeed(context.Page())))
            .Describe("What those whom I follow wrote and reposted, and I, the newest first (TW-6).");
        query.Page("followRequests", types.PersonPage.OrNull(), async Task<Page<Author>?> (_, context) => await context.SendAsync(new ListFollowRequests(context.Page())))
            .Describe("Who asks to follow me.");
    }

    public static Author AsAuthor(this Profile profile) => new(profile.UserName, profile.DisplayName, profile.IsPrivate);
}
