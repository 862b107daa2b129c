using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Tweets as one who reads sees them, many at once: four statements, however many they are, and one if what they have was read lately. What must not be
/// seen is not counted either.
/// </summary>
internal sealed class TweetViews(TwitterDb db, TweetContents contents)
{
    public async Task<IReadOnlyDictionary<Guid, ShownTweet>> ShowAsync(IReadOnlyCollection<Guid> ids, int viewer, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, ShownTweet>();
        }

        var rows = await ReadAsync(ids, viewer, cancellationToken);
        var content = await ContentOfAsync([.. rows.Select(row => row.Tweet)], cancellationToken);
        var shown = rows.ToDictionary(row => row.Tweet.Id, row => row.Show(content[row.Tweet.Id]));
        return ids.Where(shown.ContainsKey).Distinct().ToDictionary(id => id, id => shown[id].QuoteOf is { } quote ? shown[id] with { Quote = shown.GetValueOrDefault(quote) } : shown[id]);
    }

    /// <summary>
    /// With those that they quote. Answers and quotes by those who are private are few, and found by an index: of them those count whom one follows,
    /// and of the others those do not who are blocked, or have left and are not erased yet.
    /// </summary>
    private Task<List<Row>> ReadAsync(IReadOnlyCollection<Guid> ids, int viewer, CancellationToken cancellationToken)
    {
        // One set of ids, so that either database goes from them to the tweets, and not through all tweets.
        var asked = db.Tweets.Where(tweet => ids.Contains(tweet.Id));
        var wanted = asked.Select(tweet => tweet.Id).Union(asked.Where(tweet => tweet.QuoteOf != null).Select(tweet => tweet.QuoteOf!.Value));
        var visible = db.Tweets.AsNoTracking().Where(tweet => wanted.Contains(tweet.Id)).VisibleTo(db, viewer);
        var departed = db.Erasures.Select(erasure => erasure.Person);
        var privately = db.Tweets.Where(tweet => tweet.IsPrivate && !departed.Contains(tweet.Author)
            && (tweet.Author == viewer || db.Follows.Any(follow => follow.Follower == viewer && follow.Followee == tweet.Author)));
        var unseen = db.Blocks.Where(block => block.Blocker == viewer).Select(block => block.Blocked)
            .Union(db.Blocks.Where(block => block.Blocked == viewer).Select(block => block.Blocker))
            .Union(departed);
        var hidden = db.Tweets.Where(tweet => !tweet.IsPrivate && unseen.Contains(tweet.Author));
        return visible
            .Join(db.People, tweet => tweet.Author, person => person.Number, (tweet, person) => new Row
            {
                Tweet = tweet,
                Author = new(person.UserName, person.DisplayName, person.IsPrivate),
                FurtherReplies = privately.Count(reply => reply.InReplyTo == tweet.Id) - hidden.Count(reply => reply.InReplyTo == tweet.Id),
                FurtherQuotes = privately.Count(quote => quote.QuoteOf == tweet.Id) - hidden.Count(quote => quote.QuoteOf == tweet.Id),
                Liked = db.Likes.Any(like => like.TweetId == tweet.Id && like.Person == viewer),
                Reposted = db.Entries.Any(entry => entry.TweetId == tweet.Id && entry.Actor == viewer && entry.Id != tweet.Id),
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whoever wrote them is noted before what they have is read, and whom they name before those are; so whatever changes meanwhile is read again.</summary>
    private async Task<Dictionary<Guid, TweetContent>> ContentOfAsync(IReadOnlyCollection<Tweet> tweets, CancellationToken cancellationToken)
    {
        var known = contents.Find(tweets.Select(tweet => tweet.Id));
        var others = tweets.Where(tweet => !known.ContainsKey(tweet.Id)).ToList();
        if (others.Count == 0)
        {
            return known;
        }

        List<Guid> ids = [.. others.Select(tweet => tweet.Id)];
        var writtenBy = others.ToDictionary(tweet => tweet.Id, tweet => contents.StampsOf([tweet.Author]));
        var media = await MediaOfAsync(ids, cancellationToken);
        var mentions = await MentionsOfAsync(ids, cancellationToken);
        var named = ids.ToDictionary(id => id, id => contents.StampsOf(mentions[id]));
        var names = await NamesOfAsync([.. mentions.SelectMany(people => people).Distinct()], cancellationToken);
        foreach (var id in ids)
        {
            known[id] = new([.. media[id]], [.. mentions[id].Where(names.ContainsKey).Select(person => names[person])]);
            contents.Keep(id, known[id], [.. writtenBy[id], .. named[id]]);
        }

        return known;
    }

    private async Task<ILookup<Guid, ShownAttachment>> MediaOfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        (await db.Attachments.AsNoTracking().Where(attachment => ids.Contains(attachment.TweetId)).ToListAsync(cancellationToken))
        .OrderBy(attachment => attachment.Place)
        .ToLookup(
            attachment => attachment.TweetId,
            attachment => new ShownAttachment(attachment.FileId, $"/cdn/{attachment.ObjectName}", attachment.ContentType, attachment.Bytes));

    private async Task<ILookup<Guid, int>> MentionsOfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        (await db.Mentions.AsNoTracking().Where(mention => ids.Contains(mention.TweetId)).ToListAsync(cancellationToken))
        .OrderBy(mention => mention.Person)
        .ToLookup(mention => mention.TweetId, mention => mention.Person);

    /// <returns>Nothing of who has left.</returns>
    private async Task<Dictionary<int, string>> NamesOfAsync(IReadOnlyCollection<int> people, CancellationToken cancellationToken) => people.Count == 0
        ? []
        : await db.People.Where(person => people.Contains(person.Number) && person.LeftAt == null)
            .ToDictionaryAsync(person => person.Number, person => person.UserName, cancellationToken);

    private sealed class Row
    {
        public required Tweet Tweet { get; init; }

        public required Author Author { get; init; }

        public required int FurtherReplies { get; init; }

        public required int FurtherQuotes { get; init; }

        public required bool Liked { get; init; }

        public required bool Reposted { get; init; }

        public ShownTweet Show(TweetContent content) => new(
            Tweet.Id,
            Author,
            Tweet.Text,
            Tweet.CreatedAt,
            Tweet.InReplyTo,
            Tweet.Thread,
            Tweet.QuoteOf,
            Quote: null,
            content.Media,
            content.Mentions,
            Tweet.Likes,
            Tweet.Reposts,
            Tweet.Replies + FurtherReplies,
            Tweet.Quotes + FurtherQuotes,
            Liked,
            Reposted);
    }
}
