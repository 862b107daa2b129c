using SystemDesign.Platform.Design;
using SystemDesign.Twitter.Domain.Engagement;
using SystemDesign.Twitter.Domain.Feeds;
using SystemDesign.Twitter.Domain.Graph;
using SystemDesign.Twitter.Domain.Impressions;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Recommendations;
using SystemDesign.Twitter.Domain.Search;
using SystemDesign.Twitter.Domain.Trends;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter;

/// <summary>What each request gives up when the database is away, its answer or its agreement with others.</summary>
internal static class TwitterConsistency
{
    private const string Committed = "What was committed, or no answer (5xx).";

    public static IReadOnlyList<ConsistencyChoice> All { get; } =
    [
        new(nameof(PostTweet), Cap.CP, "Whoever is told that it is posted finds it there. Without the database nothing is posted, and they are told (5xx)."),
        new(nameof(DeleteTweet), Cap.CP, "What was deleted must be seen by nobody. Without the database it stays, and its author is told (5xx)."),
        new(nameof(ReadTweet), Cap.CP, "Who may see it is asked each time, since a block or a private account must hold at once. Without the database there is no answer (5xx)."),
        new(nameof(ReadThread), Cap.CP, "As with one tweet."),
        new(nameof(ListReplies), Cap.CP, "As with one tweet."),
        new(nameof(ListTweetsOfPerson), Cap.CP, "As with one tweet."),
        new(nameof(LikeTweet), Cap.CP, "One like is one, however often it is sent. Without the database it is not liked (5xx)."),
        new(nameof(UnlikeTweet), Cap.CP, "As with a like."),
        new(nameof(RepostTweet), Cap.CP, "As with a like."),
        new(nameof(UndoRepost), Cap.CP, "As with a like."),
        new(nameof(ReadTweetStats), Cap.CP, "Impressions of the last second may be missing; what is shown was committed. Without the database there is no answer (5xx)."),
        new(nameof(ReadProfile), Cap.CP, Committed),
        new(nameof(EditMyProfile), Cap.CP, "Whoever is told that they are private relies on it. Without the database they are not, and are told (5xx)."),
        new(nameof(FollowPerson), Cap.CP, "An edge is there or is not, for both. Without the database it is not (5xx)."),
        new(nameof(UnfollowPerson), Cap.CP, "As with a follow."),
        new(nameof(BlockPerson), Cap.CP, "Whoever is told that somebody is blocked relies on it. Without the database nobody is (5xx)."),
        new(nameof(UnblockPerson), Cap.CP, "As with a block."),
        new(nameof(MutePerson), Cap.CP, "As with a block."),
        new(nameof(UnmutePerson), Cap.CP, "As with a block."),
        new(nameof(AcceptFollower), Cap.CP, "As with a follow."),
        new(nameof(DeclineFollower), Cap.CP, "As with a follow."),
        new(nameof(ListFollowers), Cap.CP, Committed),
        new(nameof(ListFollowing), Cap.CP, Committed),
        new(nameof(ListFollowRequests), Cap.CP, Committed),
        new(nameof(ListMyBlocks), Cap.CP, Committed),
        new(nameof(ListMyMutes), Cap.CP, Committed),
        new(
            nameof(ReadFeed),
            Cap.AP,
            "A first page that is kept is answered though the database is away, for 5 seconds at most, and counts in it may be as old. Whoever does something that shows in it makes it stale: at once on the "
                + "instance where they did, on others when word comes, which a cut line may keep for those 5 seconds. Any other page is what was committed as of one moment, or no answer (5xx)."),
        new(nameof(ReadFeedPolicy), Cap.CP, Committed),
        new(nameof(ChangeFeedPolicy), Cap.CP, "Whoever writes holds the policy, so each entry is pushed or pulled by one that all instances agree on. Without the database it stays (5xx)."),
        new(
            nameof(SearchTweets),
            Cap.CP,
            "Who may see what is found is asked each time, so nothing is found that is deleted, private or behind a block. A new tweet is found a moment later. Without the database there is no answer (5xx)."),
        new(nameof(ListTagged), Cap.CP, "As with a search; a new tweet is there at once."),
        new(nameof(RebuildSearchIndex), Cap.CP, "Whoever is told that it is begun relies on it: what is to be done is a row. Without the database it is not begun (5xx)."),
        new(nameof(ListTrends), Cap.AP, "The same tags for everybody, half a minute old at most, and answered as long as they are kept though the database is away. Nobody is hurt by an old trend."),
        new(nameof(RecommendPeople), Cap.CP, "Whom I follow, block or mute is asked each time, so none of them is shown. Whom most follow is half a minute old at most. Without the database there is no answer (5xx)."),
        new(nameof(ReadMyProfile), Cap.CP, Committed),
        new(nameof(ReadProfiles), Cap.CP, "As with one profile."),
        new(nameof(ReadTweets), Cap.CP, "As with one tweet."),
        new(nameof(ListFirstReplies), Cap.CP, "As with the replies of one tweet."),
        new(nameof(ListFirstTweetsOfPeople), Cap.CP, "As with what one person wrote."),
        new(nameof(ListFirstFollowers), Cap.CP, Committed),
        new(nameof(ListFirstFollowing), Cap.CP, Committed),
    ];
}
