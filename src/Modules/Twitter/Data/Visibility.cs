using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

/// <summary>Whose tweets one may see: the rule of every way to them.</summary>
internal static class Visibility
{
    /// <summary>
    /// One's own; and of others, unless there is a block between the two, those of who is not private or whom one follows. Of who has left
    /// nothing, from that moment on, and not only when the last of it is erased.
    /// </summary>
    public static IQueryable<Tweet> VisibleTo(this IQueryable<Tweet> tweets, TwitterDb db, int viewer) => tweets
        .Where(tweet => db.People.Any(person => person.Number == tweet.Author && person.LeftAt == null))
        .Where(tweet => tweet.Author == viewer
            || ((!tweet.IsPrivate || db.Follows.Any(follow => follow.Follower == viewer && follow.Followee == tweet.Author))
                && !db.Blocks.Any(block => block.Blocker == viewer && block.Blocked == tweet.Author)
                && !db.Blocks.Any(block => block.Blocker == tweet.Author && block.Blocked == viewer)));
}
