using Microsoft.EntityFrameworkCore;
using SystemDesign.Contracts.Twitter;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Events;
using SystemDesign.Twitter.Domain.Engagement;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

/// <summary>The tweet's row is held while a like or a repost comes or goes: so the count is that of the rows, and none is left of one that is deleted.</summary>
internal sealed class Engagement(TwitterDb db, Entries entries, Changes changes, IOutbox outbox) : IEngagement
{
    private const string Hold = "SELECT * FROM {tweets} WHERE id = {0} {for_update}";

    private const string InsertLike = "INSERT INTO {likes} (tweet_id, person, liked_at) VALUES ({0}, {1}, {2}) ON CONFLICT DO NOTHING";

    public void Like(Tweet tweet, int person, DateTimeOffset now) => db.OnSave(async cancellationToken =>
    {
        var (author, liking) = await HoldAsync(tweet, person, cancellationToken);
        if (await db.Database.ExecuteSqlRawAsync(db.Sql(InsertLike), [tweet.Id, person, now], cancellationToken) > 0)
        {
            await db.Tweets.Where(row => row.Id == tweet.Id).ExecuteUpdateAsync(row => row.SetProperty(held => held.Likes, held => held.Likes + 1), cancellationToken);
            changes.Of(person);
            outbox.Add(new TweetLiked(tweet.Id, author.UserId, liking.UserId, now));
        }
    });

    public void Unlike(Guid tweetId, int person) => db.OnSave(async cancellationToken =>
    {
        changes.Of(person);
        await HoldAsync(tweetId, cancellationToken);
        var removed = await db.Likes.Where(like => like.TweetId == tweetId && like.Person == person).ExecuteDeleteAsync(cancellationToken);
        await db.Tweets.Where(row => row.Id == tweetId && removed > 0).ExecuteUpdateAsync(row => row.SetProperty(held => held.Likes, held => held.Likes - 1), cancellationToken);
    });

    public void Repost(Tweet tweet, int person, DateTimeOffset now)
    {
        if (tweet.Author == person)
        {
            throw new ConflictException("twitter.own-tweet", "It is yours: who follows you has it already.");
        }

        RequireOpen(tweet);
        db.OnSave(async cancellationToken =>
        {
            // People before tweets, as everywhere.
            var pushedSince = await entries.HoldPolicyAsync(cancellationToken);
            await PeopleRows.HoldAsync(db, person, person, cancellationToken);
            var (author, reposting) = await HoldAsync(tweet, person, cancellationToken);
            if (await entries.AddAsync(Guid.CreateVersion7(now), person, tweet.Id, pushedSince, cancellationToken))
            {
                await db.Tweets.Where(row => row.Id == tweet.Id).ExecuteUpdateAsync(row => row.SetProperty(held => held.Reposts, held => held.Reposts + 1), cancellationToken);
                outbox.Add(new TweetReposted(tweet.Id, author.UserId, reposting.UserId, now));
            }
        });
    }

    public void UndoRepost(Guid tweetId, int person) => db.OnSave(async cancellationToken =>
    {
        changes.Of(person);
        await HoldAsync(tweetId, cancellationToken);
        var reposts = db.Entries.Where(entry => entry.TweetId == tweetId && entry.Actor == person && entry.Id != tweetId);
        await db.FanOuts.Where(fanOut => reposts.Any(entry => entry.Id == fanOut.EntryId)).ExecuteDeleteAsync(cancellationToken);
        var removed = await reposts.ExecuteDeleteAsync(cancellationToken);
        await db.Tweets.Where(row => row.Id == tweetId && removed > 0).ExecuteUpdateAsync(row => row.SetProperty(held => held.Reposts, held => held.Reposts - 1), cancellationToken);
    });

    private static void RequireOpen(Tweet tweet)
    {
        if (tweet.IsPrivate)
        {
            throw new ConflictException("twitter.tweet-private", "It is for those who follow its author, and cannot be reposted.");
        }
    }

    private async Task<(Person Author, Person Other)> HoldAsync(Tweet tweet, int person, CancellationToken cancellationToken)
    {
        if (await HoldAsync(tweet.Id, cancellationToken) is not { } held)
        {
            throw Tweet.NotFound();
        }

        if (held.IsPrivate != tweet.IsPrivate)
        {
            throw new DbUpdateConcurrencyException("The author went private, or opened up, since the tweet was read.");
        }

        var people = await db.People.AsNoTracking().Where(row => row.Number == tweet.Author || row.Number == person).ToDictionaryAsync(row => row.Number, cancellationToken);
        return people.TryGetValue(person, out var other) && other.LeftAt is null
            ? (people[tweet.Author], other)
            : throw new UnauthenticatedException("unauthenticated", "This account is no more.");
    }

    private async Task<Tweet?> HoldAsync(Guid tweetId, CancellationToken cancellationToken) =>
        (await db.Tweets.FromSqlRaw(db.Sql(Hold), tweetId).AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();
}
