using SystemDesign.GraphQL.Execution;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.Graph;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Presentation.Graph;

internal static class PersonFields
{
    public static void Declare(GraphTypes types)
    {
        DeclareProfile(types);
        DeclareLists(types);
        DeclareRelation(types.Relation);
    }

    private static void DeclareProfile(GraphTypes types)
    {
        var person = types.Person;
        person.Field("userName", Scalars.String, source => source.UserName).Describe("Unique, whatever its case.");
        person.Field("displayName", Scalars.String, source => source.DisplayName).Describe("What others see.");
        person.Field("isPrivate", Scalars.Boolean, source => source.IsPrivate).Describe("Whether only who follows them, which they allow each, sees what they write.");
        FromProfile("bio", Scalars.String, profile => profile.Bio).Describe("What they say of themselves; may be empty.");
        FromProfile("tweetCount", Scalars.Int, profile => profile.Tweets).Describe("How many they wrote, reposts not among them.");
        FromProfile("followerCount", Scalars.Int, profile => profile.Followers).Describe("How many follow them.");
        FromProfile("followingCount", Scalars.Int, profile => profile.Following).Describe("How many they follow.");
        FromProfile("joinedAt", types.Instant, profile => profile.JoinedAt);
        FromProfile("relation", types.Relation, profile => profile.Relation).Describe("What there is between them and me.");

        FieldBuilder FromProfile<T>(string name, GraphQLType<T> type, Func<Profile, T> read) =>
            person.Field(name, type, async (source, context) => read(await ProfileAsync(source, context)));
    }

    private static void DeclareLists(GraphTypes types)
    {
        var person = types.Person;
        person.Page("tweets", types.FeedPage.OrNull(), async Task<Page<TimelineItem>?> (source, context) =>
            await context.FirstOrLaterAsync(Batches.TweetsOfPeople, source.UserName, page => new ListTweetsOfPerson(source.UserName, page)) ?? throw await HiddenAsync(source, context))
            .Describe("What they wrote and reposted, the newest first. Of a private person, only for who follows them; of whom I block, not for me.");
        person.Page("followers", types.PersonPage.OrNull(), async Task<Page<Author>?> (source, context) =>
            await context.FirstOrLaterAsync(Batches.Followers, source.UserName, page => new ListFollowers(source.UserName, page)) ?? throw await HiddenAsync(source, context))
            .Describe("Who follows them. Of a private person, only for who follows them; of whom I block, not for me.");
        person.Page("following", types.PersonPage.OrNull(), async Task<Page<Author>?> (source, context) =>
            await context.FirstOrLaterAsync(Batches.Following, source.UserName, page => new ListFollowing(source.UserName, page)) ?? throw await HiddenAsync(source, context))
            .Describe("Whom they follow. Of a private person, only for who follows them; of whom I block, not for me.");
    }

    private static void DeclareRelation(ObjectType<Relation> relation)
    {
        relation.Field("following", Scalars.Boolean, source => source.Following).Describe("I follow them.");
        relation.Field("requested", Scalars.Boolean, source => source.Requested).Describe("I asked to, and they have not answered.");
        relation.Field("followsMe", Scalars.Boolean, source => source.FollowsMe).Describe("They follow me.");
        relation.Field("blocking", Scalars.Boolean, source => source.Blocking).Describe("I block them. Whether they block me, I am not told: I do not find them then.");
        relation.Field("muting", Scalars.Boolean, source => source.Muting).Describe("I mute them.");
    }

    /// <summary>They may have blocked me, or left, since they were read.</summary>
    private static async Task<Profile> ProfileAsync(Author source, FieldContext context) =>
        await context.LoadOrDefaultAsync(Batches.Profiles, source.UserName) ?? throw Person.NotFound();

    /// <summary>Why the first page of what is theirs is not there.</summary>
    private static async Task<Exception> HiddenAsync(Author source, FieldContext context) =>
        (await ProfileAsync(source, context)).Relation.Blocking ? Person.Blocked() : Person.Hidden();
}
