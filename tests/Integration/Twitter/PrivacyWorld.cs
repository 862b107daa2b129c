namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>
/// An author with something to hide, and all that leads to it: a tweet of theirs, their answer to and their quote of a bystander's tweet, and the
/// bystander's answer to, quote of and repost of theirs.
/// </summary>
/// <param name="Author">Whose texts are looked for.</param>
/// <param name="Bystander">Whom everybody sees, and who follows the author.</param>
/// <param name="Word">In each text of the author's, and nowhere else.</param>
/// <param name="Tag">In each text of the author's as a hashtag, and nowhere else.</param>
/// <param name="Tweet">The author's.</param>
/// <param name="Root">The bystander's.</param>
/// <param name="AuthorsReply">To the root.</param>
/// <param name="AuthorsQuote">Of the root.</param>
/// <param name="ReplyToAuthor">The bystander's, to the tweet.</param>
/// <param name="QuoteOfAuthor">The bystander's, of the tweet.</param>
internal sealed record PrivacyWorld(
    TwitterPerson Author,
    TwitterPerson Bystander,
    string Word,
    string Tag,
    TweetBody Tweet,
    TweetBody Root,
    TweetBody AuthorsReply,
    TweetBody AuthorsQuote,
    TweetBody ReplyToAuthor,
    TweetBody QuoteOfAuthor)
{
    /// <param name="author">Public; whoever is to be private goes so afterwards.</param>
    /// <param name="bystander">Public too.</param>
    public static async Task<PrivacyWorld> MakeAsync(TwitterPerson author, TwitterPerson bystander)
    {
        await bystander.FollowAsync(author);
        var (word, tag) = ($"hush{Guid.CreateVersion7():N}", $"tag{Guid.CreateVersion7():N}");
        var text = $"{word} #{tag} @{bystander.Name}";
        var (tweet, root) = (await author.PostedAsync(text), await bystander.PostedAsync("For everybody"));
        await bystander.RepostAsync(tweet.Id);
        await bystander.LikeAsync(tweet.Id);
        return new(
            author,
            bystander,
            word,
            tag,
            tweet,
            root,
            await author.RepliedAsync(root.Id, text),
            await author.QuotedAsync(root.Id, text),
            await bystander.RepliedAsync(tweet.Id),
            await bystander.QuotedAsync(tweet.Id));
    }

    /// <returns>Whether a raw answer has anything of what the author wrote in it.</returns>
    public bool IsIn(string answer) => answer.Contains(Word, StringComparison.OrdinalIgnoreCase) || answer.Contains(Tag, StringComparison.OrdinalIgnoreCase);
}
