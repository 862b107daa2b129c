using Microsoft.EntityFrameworkCore;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>Whatever happened, and however much of it at once: each count is that of the rows, and no row is of something that is not there.</summary>
internal static class Ledger
{
    public static async Task AssertBalancedAsync(this App app)
    {
        await app.AssertTweetsAsync();
        await app.AssertPeopleAsync();
    }

    private static async Task AssertTweetsAsync(this App app)
    {
        var tweets = await app.AskTwitterAsync(db => db.Tweets.AsNoTracking().ToListAsync());
        var isPrivate = await app.AskTwitterAsync(db => db.People.ToDictionaryAsync(person => person.Number, person => person.IsPrivate));
        var likes = (await app.AskTwitterAsync(db => db.Likes.AsNoTracking().ToListAsync())).ToLookup(like => like.TweetId);
        var entries = (await app.AskTwitterAsync(db => db.Entries.AsNoTracking().ToListAsync())).ToLookup(entry => entry.TweetId);
        var replies = tweets.Where(tweet => !tweet.IsPrivate).ToLookup(tweet => tweet.InReplyTo);
        var quotes = tweets.Where(tweet => !tweet.IsPrivate).ToLookup(tweet => tweet.QuoteOf);
        foreach (var tweet in tweets)
        {
            Assert.Equal(isPrivate[tweet.Author], tweet.IsPrivate);
            Assert.Equal(
                (likes[tweet.Id].Count(), entries[tweet.Id].Count(entry => entry.Id != tweet.Id), replies[tweet.Id].Count(), quotes[tweet.Id].Count()),
                (tweet.Likes, tweet.Reposts, tweet.Replies, tweet.Quotes));
            Assert.Single(entries[tweet.Id], entry => entry.Id == tweet.Id && entry.Actor == tweet.Author);
        }

        var ids = tweets.Select(tweet => tweet.Id).ToList();
        Assert.Empty(likes.Select(like => like.Key).Except(ids));
        Assert.Empty(entries.Select(entry => entry.Key).Except(ids));
        Assert.Empty((await app.AskTwitterAsync(db => db.Mentions.Select(mention => mention.TweetId).ToListAsync())).Except(ids));
        Assert.Empty((await app.AskTwitterAsync(db => db.TagUses.Select(use => use.TweetId).ToListAsync())).Except(ids));
        Assert.Empty((await app.AskTwitterAsync(db => db.Attachments.Select(attachment => attachment.TweetId).ToListAsync())).Except(ids));
        Assert.Empty((await app.AskTwitterAsync(db => db.FanOuts.Select(fanOut => fanOut.EntryId).ToListAsync())).Except(entries.SelectMany(entry => entry).Select(entry => entry.Id)));
    }

    private static async Task AssertPeopleAsync(this App app)
    {
        var follows = await app.AskTwitterAsync(db => db.Follows.AsNoTracking().ToListAsync());
        var (followers, followees) = (follows.ToLookup(follow => follow.Followee), follows.ToLookup(follow => follow.Follower));
        var tweets = (await app.AskTwitterAsync(db => db.Tweets.Select(tweet => tweet.Author).ToListAsync())).ToLookup(author => author);
        foreach (var person in await app.AskTwitterAsync(db => db.People.AsNoTracking().ToListAsync()))
        {
            Assert.Equal(
                (tweets[person.Number].Count(), followers[person.Number].Count(), followees[person.Number].Count()), (person.Tweets, person.Followers, person.Following));
        }
    }
}
