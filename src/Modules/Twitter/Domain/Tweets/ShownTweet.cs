using SystemDesign.Kernel.Editing;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>A tweet, as one who may see it sees it.</summary>
/// <param name="Id">UUIDv7: as old as its tweet.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text" example="Hello @ada_lovelace! #first">1 to 280 characters as readers count them (grapheme clusters).</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="InReplyTo">The tweet that it answers, which may be deleted, or not for me to see; null: none.</param>
/// <param name="Thread">The first tweet of its thread; itself, if it answers nothing.</param>
/// <param name="QuoteOf">The tweet that it shows below itself; null: none.</param>
/// <param name="Quote">That one, with no quote of its own; null if it is deleted, or not for me to see.</param>
/// <param name="Media">The files that it shows, in the author's order.</param>
/// <param name="Mentions" example="[&quot;ada_lovelace&quot;]">The user names of whom it names, and who exist.</param>
/// <param name="Likes">How many like it.</param>
/// <param name="Reposts">How many reposted it.</param>
/// <param name="Replies">How many tweets answer it that I may see.</param>
/// <param name="Quotes">How many tweets quote it that I may see.</param>
/// <param name="Liked">I like it.</param>
/// <param name="Reposted">I reposted it.</param>
internal sealed record ShownTweet(
    Guid Id,
    Author Author,
    string Text,
    DateTimeOffset CreatedAt,
    Guid? InReplyTo,
    Guid Thread,
    Guid? QuoteOf,
    ShownTweet? Quote,
    IReadOnlyList<ShownAttachment> Media,
    IReadOnlyList<string> Mentions,
    int Likes,
    int Reposts,
    int Replies,
    int Quotes,
    bool Liked,
    bool Reposted) : IVersioned
{
    string IVersioned.Version => ContentVersion.Of(this);
}
