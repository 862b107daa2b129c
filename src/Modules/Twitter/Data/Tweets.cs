using Microsoft.EntityFrameworkCore;
using SystemDesign.Contracts.Twitter;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Paging;
using SystemDesign.Twitter.Data.Rows;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

internal sealed class Tweets(TwitterDb db, TweetViews views, TweetRemoval removal, Entries entries, Changes changes, IOutbox outbox) : ITweets
{
    /// <summary>How far up a thread is followed.</summary>
    private const int MaximumAnswered = 100;

    private const string CountTweet = "UPDATE {people} SET tweets = tweets + 1 WHERE number = {0} AND left_at IS NULL";

    private const string CountReply = "UPDATE {tweets} SET replies = replies + {1} WHERE id = {0}";

    private const string CountQuote = "UPDATE {tweets} SET quotes = quotes + {1} WHERE id = {0}";

    private const string ListAnswered =
        """
        WITH RECURSIVE answered (id, in_reply_to, depth) AS (
            SELECT id, in_reply_to, 0 FROM {tweets} WHERE id = {0}
            UNION ALL
            SELECT parent.id, parent.in_reply_to, answered.depth + 1 FROM answered JOIN {tweets} AS parent ON parent.id = answered.in_reply_to
            WHERE answered.depth < {1})
        SELECT id AS "Value" FROM answered WHERE depth > 0 ORDER BY depth DESC
        """;

    private static readonly Keyset<Tweet> OldestFirst = new Keyset<Tweet>().Ascending(tweet => tweet.Id);

    private static readonly Keyset<Entry> NewestFirst = new Keyset<Entry>().Descending(entry => entry.Id);

    public void Add(NewTweet tweet)
    {
        var row = new Tweet
        {
            Id = tweet.Id,
            Author = tweet.Author,
            Text = tweet.Text,
            CreatedAt = tweet.CreatedAt,
            InReplyTo = tweet.Answered?.Id,
            RepliedTo = tweet.Answered?.Author,
            Thread = tweet.Answered?.Thread ?? tweet.Id,
            QuoteOf = tweet.Quoted?.Id,
            Quoted = tweet.Quoted?.Author,
            IsPrivate = false,
        };
        db.Tweets.Add(row);
        db.Mentions.AddRange(tweet.Mentioned.Select(person => new Mention { TweetId = tweet.Id, Person = person.Number }));
        db.TagUses.AddRange(tweet.Tags.Select(tag => new TagUse { TweetId = tweet.Id, Tag = tag }));
        db.Attachments.AddRange(tweet.Media.Select((file, place) => new Attachment
        {
            TweetId = tweet.Id,
            Place = place,
            FileId = file.FileId,
            ObjectName = file.ObjectName,
            ContentType = file.ContentType,
            Bytes = file.Bytes,
        }));
        var pushedSince = EntryIds.Last;
        db.OnSaveFirst(async cancellationToken =>
        {
            pushedSince = await entries.HoldPolicyAsync(cancellationToken);
            await CountAsync(tweet, row, cancellationToken);
        });
        db.OnSave(cancellationToken => entries.AddAsync(tweet.Id, tweet.Author, tweet.Id, pushedSince, cancellationToken));
    }

    public void Remove(Tweet tweet, DateTimeOffset now) => db.OnSave(async cancellationToken =>
    {
        if (!await removal.RemoveAsync(tweet.Id, now, cancellationToken))
        {
            throw Tweet.NotFound();
        }
    });

    public void Detach(Guid fileId) => db.OnSave(async cancellationToken =>
    {
        var shown = db.Attachments.Where(attachment => attachment.FileId == fileId);
        changes.Of(await db.Tweets.Where(tweet => shown.Any(attachment => attachment.TweetId == tweet.Id)).Select(tweet => tweet.Author).Distinct().ToArrayAsync(cancellationToken));
        await shown.ExecuteDeleteAsync(cancellationToken);
    });

    public Task<Tweet?> FindAsync(Guid id, int viewer, CancellationToken cancellationToken) =>
        db.Tweets.AsNoTracking().Where(tweet => tweet.Id == id).VisibleTo(db, viewer).SingleOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<Person>> FindMentionedAsync(IReadOnlyList<string> nameKeys, int author, CancellationToken cancellationToken) => nameKeys.Count == 0
        ? []
        : await db.People.AsNoTracking()
            .Where(person => nameKeys.Contains(person.NameKey))
            .Where(person => !db.Blocks.Any(block => block.Blocker == author && block.Blocked == person.Number))
            .Where(person => !db.Blocks.Any(block => block.Blocker == person.Number && block.Blocked == author))
            .OrderBy(person => person.Number).ToListAsync(cancellationToken);

    public Task<IReadOnlyDictionary<Guid, ShownTweet>> ShowAsync(IReadOnlyCollection<Guid> ids, int viewer, CancellationToken cancellationToken) =>
        views.ShowAsync(ids, viewer, cancellationToken);

    public async Task<Page<ShownTweet>> ListRepliesAsync(Guid id, int viewer, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await db.Tweets.AsNoTracking().Where(tweet => tweet.InReplyTo == id).VisibleTo(db, viewer)
            .ToPageAsync(OldestFirst, RepliesTo(id, viewer), page, cancellationToken);
        return Show(found, await views.ShowAsync([.. found.Items.Select(tweet => tweet.Id)], viewer, cancellationToken));
    }

    public async Task<IReadOnlyDictionary<Guid, Page<ShownTweet>>> ListFirstRepliesAsync(
        IReadOnlyCollection<Guid> ids, int viewer, int limit, CancellationToken cancellationToken)
    {
        var visible = db.Tweets.AsNoTracking().VisibleTo(db, viewer);
        var replies = await FirstTweets.RepliesTo(db, ids.Distinct(), viewer, limit + 1).VisibleTo(db, viewer)
            .Where(reply => visible.Any(tweet => tweet.Id == reply.InReplyTo))
            .ToListAsync(cancellationToken);
        var byTweet = replies.OrderBy(reply => reply.Id).ToLookup(reply => reply.InReplyTo!.Value);
        var pages = ids.Distinct().ToDictionary(id => id, id => byTweet[id].ToList().ToFirstPage(OldestFirst, RepliesTo(id, viewer), limit));
        var shown = await views.ShowAsync([.. pages.Values.SelectMany(page => page.Items).Select(reply => reply.Id)], viewer, cancellationToken);
        return pages.ToDictionary(page => page.Key, page => Show(page.Value, shown));
    }

    public async Task<IReadOnlyList<ShownTweet>> ListAnsweredAsync(Tweet tweet, int viewer, CancellationToken cancellationToken)
    {
        var ids = await db.Database.SqlQueryRaw<Guid>(db.Sql(ListAnswered), tweet.Id, MaximumAnswered).ToListAsync(cancellationToken);
        var shown = await views.ShowAsync(ids, viewer, cancellationToken);
        return [.. ids.Select(id => shown.GetValueOrDefault(id)).OfType<ShownTweet>()];
    }

    public async Task<Page<TimelineItem>> ListOfAsync(Person person, int viewer, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await EntriesFor(viewer).Where(entry => entry.Actor == person.Number).ToPageAsync(NewestFirst, EntriesOf(person, viewer), page, cancellationToken);
        return Show(person, found, await views.ShowAsync([.. found.Items.Select(entry => entry.TweetId)], viewer, cancellationToken));
    }

    public async Task<IReadOnlyDictionary<int, Page<TimelineItem>>> ListFirstOfAsync(
        IReadOnlyList<Person> people, int viewer, int limit, CancellationToken cancellationToken)
    {
        var visible = db.Tweets.VisibleTo(db, viewer);
        var entries = await FirstTweets.EntriesOf(db, people.Select(person => person.Number), viewer, limit + 1)
            .Where(entry => visible.Any(tweet => tweet.Id == entry.TweetId))
            .ToListAsync(cancellationToken);
        var byActor = entries.OrderByDescending(entry => entry.Id).ToLookup(entry => entry.Actor);
        var pages = people.ToDictionary(person => person, person => byActor[person.Number].ToList().ToFirstPage(NewestFirst, EntriesOf(person, viewer), limit));
        var shown = await views.ShowAsync([.. pages.Values.SelectMany(page => page.Items).Select(entry => entry.TweetId).Distinct()], viewer, cancellationToken);
        return pages.ToDictionary(page => page.Key.Number, page => Show(page.Key, page.Value, shown));
    }

    /// <summary>The name of the list, by which its cursors are known.</summary>
    private static string RepliesTo(Guid id, int viewer) => $"replies to {id} for {viewer}";

    /// <inheritdoc cref="RepliesTo"/>
    private static string EntriesOf(Person person, int viewer) => $"entries of {person.Number} for {viewer}";

    private static Page<ShownTweet> Show(Page<Tweet> page, IReadOnlyDictionary<Guid, ShownTweet> shown) =>
        new([.. page.Items.Select(tweet => shown.GetValueOrDefault(tweet.Id)).OfType<ShownTweet>()], page.Next);

    private static Page<TimelineItem> Show(Person person, Page<Entry> page, IReadOnlyDictionary<Guid, ShownTweet> shown)
    {
        var author = new Author(person.UserName, person.DisplayName, person.IsPrivate);
        return new(
            [
                .. page.Items.Where(entry => shown.ContainsKey(entry.TweetId))
                    .Select(entry => new TimelineItem(entry.Id, entry.Id == entry.TweetId ? null : author, shown[entry.TweetId])),
            ],
            page.Next);
    }

    private IQueryable<Entry> EntriesFor(int viewer)
    {
        var visible = db.Tweets.VisibleTo(db, viewer);
        return db.Entries.AsNoTracking().Where(entry => visible.Any(tweet => tweet.Id == entry.TweetId));
    }

    /// <summary>
    /// Holds the author's row, and those of what the tweet answers and quotes: as private as the author is now, and on nothing that is
    /// being deleted. What is private is not counted, since not everybody may know of it.
    /// </summary>
    private async Task CountAsync(NewTweet tweet, Tweet row, CancellationToken cancellationToken)
    {
        if (await db.Database.ExecuteSqlRawAsync(db.Sql(CountTweet), [tweet.Author], cancellationToken) == 0)
        {
            throw new UnauthenticatedException("unauthenticated", "This account is no more.");
        }

        var people = await db.People.AsNoTracking()
            .Where(person => person.Number == tweet.Author || person.Number == row.RepliedTo || person.Number == row.Quoted)
            .ToDictionaryAsync(person => person.Number, cancellationToken);
        var isPrivate = people[tweet.Author].IsPrivate;
        db.Entry(row).Property(added => added.IsPrivate).CurrentValue = isPrivate;
        await RequireAsync(CountReply, tweet.Answered?.Id, isPrivate, "inReplyTo", cancellationToken);
        await RequireAsync(CountQuote, tweet.Quoted?.Id, isPrivate, "quoteOf", cancellationToken);
        outbox.Add(new TweetPosted(
            tweet.Id,
            people[tweet.Author].UserId,
            tweet.Text,
            row.InReplyTo,
            row.RepliedTo is { } replied ? people[replied].UserId : null,
            row.QuoteOf,
            row.Quoted is { } quoted ? people[quoted].UserId : null,
            [.. tweet.Mentioned.Select(person => person.UserId)],
            isPrivate,
            tweet.CreatedAt));
    }

    private async Task RequireAsync(string count, Guid? id, bool isPrivate, string field, CancellationToken cancellationToken)
    {
        if (id is { } given && await db.Database.ExecuteSqlRawAsync(db.Sql(count), [given, isPrivate ? 0 : 1], cancellationToken) == 0)
        {
            throw new InvalidException("twitter.tweet-not-found", "There is no such tweet any more.", field);
        }
    }
}
