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

/// <summary>Step 4 of the design: what every value may be, and what becomes of any other.</summary>
internal static class TwitterInputs
{
    private const string InvalidInput = "400 invalid-input, naming the field.";

    private const string Id = "A UUID.";

    private const string NoTweet = "404, as any id that is no tweet's, or of one that I may not see.";

    private const string Name = "A user name, in any case.";

    private const string Nobody = "404, as any name that is nobody's, or of somebody who blocks me.";

    private const string NobodyAtAll = "404, as any name that is nobody's.";

    private const string Page = "A cursor that the page before answered, or none; a limit of 1 to 100, else 20.";

    private const string NoPage = "400 invalid-cursor or invalid-input, naming the parameter.";

    private const string Several = "Those that the fields of a document ask for; its cost bounds how many.";

    private const string First = "1 to 100, the argument first; else 20.";

    private const string NotThese = "Left out of the answer, so that their fields fail or are null, as of one alone.";

    public static IReadOnlyList<InputValue> All { get; } = [.. OfTweets, .. OfPeople, .. OfTheGraph, .. OfFeeds, .. OfDiscovery, .. OfDocuments];

    private static IEnumerable<InputValue> OfTweets =>
    [
        new(
            nameof(PostTweet),
            "text",
            $"1 to {TweetText.MaximumGraphemes} characters as readers count them (grapheme clusters), and at most {TweetText.MaximumCharacters:N0} in UTF-16; kept in NFC, without blanks around it; no control characters but line breaks and tabs.",
            InvalidInput),
        new(nameof(PostTweet), "inReplyTo", "The id of a tweet that I may see; left out or null: none.", "400 twitter.tweet-not-found, naming the field."),
        new(nameof(PostTweet), "quoteOf", "The id of a tweet that I may see; left out or null: none.", "400 twitter.tweet-not-found, naming the field."),
        new(nameof(PostTweet), "media", $"Up to {PostTweet.MaximumMedia} references that Media has signed for me, each once; left out: none.", "400 media.reference-refused or media.reference-expired, naming the field."),
        new(nameof(DeleteTweet), "id", Id, "404, as any id that is not of one of mine."),
        new(nameof(ReadTweet), "id", Id, NoTweet),
        new(nameof(ReadThread), "id", Id, NoTweet),
        new(nameof(ListReplies), "id", Id, NoTweet),
        new(nameof(ListReplies), "page", Page, NoPage),
        new(nameof(LikeTweet), "id", Id, NoTweet),
        new(nameof(UnlikeTweet), "id", Id, "Nothing happens, as with any tweet that I do not like."),
        new(nameof(RepostTweet), "id", Id, NoTweet),
        new(nameof(UndoRepost), "id", Id, "Nothing happens, as with any tweet that I did not repost."),
        new(nameof(ReadTweetStats), "id", Id, "404, as any id that is not of one of mine."),
    ];

    private static IEnumerable<InputValue> OfPeople =>
    [
        new(nameof(ReadProfile), "userName", Name, Nobody),
        new(nameof(EditMyProfile), "bio", $"At most {Person.MaximumBioLength} characters in one line; null: none. Left out, it stays.", InvalidInput),
        new(nameof(EditMyProfile), "isPrivate", "true or false; null is refused. Left out, it stays.", InvalidInput),
        new(nameof(ListTweetsOfPerson), "userName", Name, Nobody),
        new(nameof(ListTweetsOfPerson), "page", Page, NoPage),
    ];

    private static IEnumerable<InputValue> OfTheGraph =>
    [
        new(nameof(FollowPerson), "userName", $"{Name} Not mine.", "400 twitter.own-account, or 404 as any name that is nobody's, or of somebody who blocks me."),
        new(nameof(UnfollowPerson), "userName", Name, NobodyAtAll),
        new(nameof(BlockPerson), "userName", $"{Name} Not mine.", "400 twitter.own-account, or 404 as any name that is nobody's."),
        new(nameof(UnblockPerson), "userName", Name, NobodyAtAll),
        new(nameof(MutePerson), "userName", $"{Name} Not mine.", "400 twitter.own-account, or 404 as any name that is nobody's."),
        new(nameof(UnmutePerson), "userName", Name, NobodyAtAll),
        new(nameof(AcceptFollower), "userName", Name, "404, as any name of somebody who does not ask."),
        new(nameof(DeclineFollower), "userName", Name, NobodyAtAll),
        new(nameof(ListFollowers), "userName", Name, Nobody),
        new(nameof(ListFollowers), "page", Page, NoPage),
        new(nameof(ListFollowing), "userName", Name, Nobody),
        new(nameof(ListFollowing), "page", Page, NoPage),
        new(nameof(ListFollowRequests), "page", Page, NoPage),
        new(nameof(ListMyBlocks), "page", Page, NoPage),
        new(nameof(ListMyMutes), "page", Page, NoPage),
    ];

    private static IEnumerable<InputValue> OfFeeds =>
    [
        new(nameof(ReadFeed), "page", $"{Page} A cursor is of one person's feed.", NoPage),
        new(nameof(ChangeFeedPolicy), "strategy", "push, pull or hybrid.", InvalidInput),
        new(nameof(ChangeFeedPolicy), "threshold", "At least 1; it counts with hybrid.", InvalidInput),
    ];

    private static IEnumerable<InputValue> OfDiscovery =>
    [
        new(
            nameof(SearchTweets),
            "q",
            $"1 to {SearchTweets.MaximumLength} characters, and not blanks alone: words, \"phrases\", #tags and from:names. Whatever else it is, it means something, and if it has no word nothing is found.",
            InvalidInput),
        new(nameof(SearchTweets), "page", $"{Page} A cursor is of one search by one person.", NoPage),
        new(
            nameof(ListTagged),
            "tag",
            $"Letters, digits and underscores, at least one letter, at most {TweetText.MaximumTagLength} characters, in any case, without its number sign.",
            InvalidInput),
        new(nameof(ListTagged), "page", $"{Page} A cursor is of one tag for one person.", NoPage),
        new(nameof(ListTrends), "limit", $"1 to {ListTrends.MaximumLimit}, else {ListTrends.DefaultLimit}.", InvalidInput),
        new(nameof(RecommendPeople), "limit", $"1 to {RecommendPeople.MaximumLimit}, else {RecommendPeople.DefaultLimit}.", InvalidInput),
    ];

    /// <summary>What GraphQL asks for at once.</summary>
    private static IEnumerable<InputValue> OfDocuments =>
    [
        new(nameof(ReadTweets), "ids", Several, NotThese),
        new(nameof(ReadProfiles), "userNames", Several, NotThese),
        new(nameof(ListFirstReplies), "ids", Several, "An empty page, for an id that is no tweet's or of one that I may not see."),
        new(nameof(ListFirstReplies), "limit", First, InvalidInput),
        new(nameof(ListFirstTweetsOfPeople), "userNames", Several, NotThese),
        new(nameof(ListFirstTweetsOfPeople), "limit", First, InvalidInput),
        new(nameof(ListFirstFollowers), "userNames", Several, NotThese),
        new(nameof(ListFirstFollowers), "limit", First, InvalidInput),
        new(nameof(ListFirstFollowing), "userNames", Several, NotThese),
        new(nameof(ListFirstFollowing), "limit", First, InvalidInput),
    ];
}
