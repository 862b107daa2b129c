using Microsoft.EntityFrameworkCore;
using SystemDesign.Contracts.Media;
using SystemDesign.Contracts.Twitter;
using SystemDesign.Kernel.Events;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

/// <summary>
/// Takes a tweet out of everything, within a transaction. With its row it is out of sight everywhere, since every way to it leads through that;
/// the lines of feeds that still name it, which may be very many, show nothing and go in time.
/// </summary>
internal sealed class TweetRemoval(TwitterDb db, Changes changes, IOutbox outbox)
{
    private const string Uncount = "UPDATE {people} SET tweets = tweets - 1 WHERE number = {0}";

    private const string UncountReply = "UPDATE {tweets} SET replies = replies - 1 WHERE id = {0}";

    private const string UncountQuote = "UPDATE {tweets} SET quotes = quotes - 1 WHERE id = {0}";

    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Tweets.AsNoTracking().SingleOrDefaultAsync(tweet => tweet.Id == id, cancellationToken) is not { } found)
        {
            return false;
        }

        // The author's row is held first, as whoever posts does, so that two never wait for each other; and then it is looked again.
        await db.Database.ExecuteSqlRawAsync(db.Sql(Uncount), [found.Author], cancellationToken);
        var author = await db.People.AsNoTracking().SingleAsync(person => person.Number == found.Author, cancellationToken);
        if (await db.Tweets.Where(tweet => tweet.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            throw new DbUpdateConcurrencyException("The tweet was deleted since it was read.");
        }

        await UncountAsync(found, author, cancellationToken);
        await RemoveWhatItHasAsync(id, now, cancellationToken);
        changes.Of(found.Author);
        outbox.Add(new TweetDeleted(id, author.UserId, now));
        return true;
    }

    /// <summary>As it was counted: what is private never was, and went out of the counts when its author went private.</summary>
    private async Task UncountAsync(Tweet tweet, Person author, CancellationToken cancellationToken)
    {
        if (author.IsPrivate)
        {
            return;
        }

        if (tweet.InReplyTo is { } answered)
        {
            await db.Database.ExecuteSqlRawAsync(db.Sql(UncountReply), [answered], cancellationToken);
        }

        if (tweet.QuoteOf is { } quoted)
        {
            await db.Database.ExecuteSqlRawAsync(db.Sql(UncountQuote), [quoted], cancellationToken);
        }
    }

    private async Task RemoveWhatItHasAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.FanOuts.Where(fanOut => db.Entries.Any(entry => entry.TweetId == id && entry.Id == fanOut.EntryId)).ExecuteDeleteAsync(cancellationToken);
        await db.Entries.Where(entry => entry.TweetId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Likes.Where(like => like.TweetId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Mentions.Where(mention => mention.TweetId == id).ExecuteDeleteAsync(cancellationToken);
        await db.TagUses.Where(use => use.TweetId == id).ExecuteDeleteAsync(cancellationToken);
        foreach (var file in await db.Attachments.Where(attachment => attachment.TweetId == id).Select(attachment => attachment.FileId).ToListAsync(cancellationToken))
        {
            outbox.Add(new MediaDetached(file, PostTweet.UseOf(id), now));
        }

        await db.Attachments.Where(attachment => attachment.TweetId == id).ExecuteDeleteAsync(cancellationToken);
    }
}
