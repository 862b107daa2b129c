using MediatR;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Twitter.Domain.Engagement;
using SystemDesign.Twitter.Domain.Graph;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Presentation.Graph;

/// <summary>Each answers what it changed, as it is then; null, if I cannot see it any more.</summary>
internal static class MutationFields
{
    public static void Declare(ObjectType<Root> mutation, GraphTypes types, InputType<PostTweet> newTweet, InputType<EditMyProfile> changes)
    {
        DeclareTweets(mutation, types, newTweet);
        DeclarePeople(mutation, types.Person, changes);
    }

    private static void DeclareTweets(ObjectType<Root> mutation, GraphTypes types, InputType<PostTweet> newTweet)
    {
        var input = new InputValue<PostTweet>("input", newTweet);
        mutation.Field("postTweet", types.Tweet.OrNull(), async Task<ShownTweet?> (_, context) =>
            await context.LoadOrDefaultAsync(Batches.Tweets, (await context.SendAsync(context.Get(input))).Id))
            .Take(input).Describe("Posts a tweet. An `Idempotency-Key` is of a document that posts one.");
        mutation.Field("deleteTweet", Scalars.IdOf<Guid>().OrNull(), async Task<Guid?> (_, context) =>
        {
            await context.SendAsync(new DeleteTweet(context.Get(Arguments.Id)));
            return context.Get(Arguments.Id);
        }).Take(Arguments.Id).Describe("Deletes one of my tweets, and answers its ID.");
        Change("like", id => new LikeTweet(id), "Likes a tweet; twice is as once.");
        Change("unlike", id => new UnlikeTweet(id), "Likes a tweet no more, whether or not I can still see it; twice is as once.");
        Change("repost", id => new RepostTweet(id), "Shows a tweet to those who follow me; twice is as once.");
        Change("undoRepost", id => new UndoRepost(id), "Takes a repost of mine back, whether or not I can still see the tweet; twice is as once.");

        void Change(string name, Func<Guid, IRequest<Unit>> command, string description) =>
            mutation.Field(name, types.Tweet.OrNull(), async (_, context) =>
            {
                await context.SendAsync(command(context.Get(Arguments.Id)));
                return await context.LoadOrDefaultAsync(Batches.Tweets, context.Get(Arguments.Id));
            }).Take(Arguments.Id).Describe(description);
    }

    private static void DeclarePeople(ObjectType<Root> mutation, ObjectType<Author> person, InputType<EditMyProfile> changes)
    {
        var input = new InputValue<EditMyProfile>("input", changes);
        mutation.Field("editProfile", person.OrNull(), async Task<Author?> (_, context) =>
        {
            await context.SendAsync(context.Get(input));
            return (await context.SendAsync(new ReadMyProfile())).AsAuthor();
        }).Take(input).Describe("Changes what I say of myself, and whether everybody sees what I write.");
        Change("follow", name => new FollowPerson(name), "Follows somebody, or asks them to, if they are private; `relation` says which. Twice is as once.");
        Change("unfollow", name => new UnfollowPerson(name), "Follows somebody no more, or takes back that I asked to; twice is as once.");
        Change("block", name => new BlockPerson(name), "From now on neither of us sees anything of the other, and neither follows the other; twice is as once.");
        Change("unblock", name => new UnblockPerson(name), "Takes a block of mine back; who followed whom before stays undone. Twice is as once.");
        Change("mute", name => new MutePerson(name), "Leaves somebody out of my feed, and does not tell me of what they do; twice is as once.");
        Change("unmute", name => new UnmutePerson(name), "Takes that back; twice is as once.");
        Change("acceptFollower", name => new AcceptFollower(name), "Lets somebody follow me who has asked to.");
        Change("declineFollower", name => new DeclineFollower(name), "Does not let somebody follow me who has asked to; they are not told, and may ask again.");

        void Change<T>(string name, Func<string, IRequest<T>> command, string description) =>
            mutation.Field(name, person.OrNull(), async Task<Author?> (_, context) =>
            {
                await context.SendAsync(command(context.Get(Arguments.UserName)));
                return (await context.LoadOrDefaultAsync(Batches.Profiles, context.Get(Arguments.UserName)))?.AsAuthor();
            }).Take(Arguments.UserName).Describe(description);
    }
}
