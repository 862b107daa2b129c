namespace SystemDesign.Tests.Integration.Twitter;

/// <summary>What a feed is, as a rule over everything that there is; the slowest way to make one, and the plainest.</summary>
internal sealed class FeedOracle
{
    private readonly Dictionary<Guid, Tweet> tweets = [];
    private readonly List<Entry> entries = [];
    private readonly HashSet<(int Follower, int Followee)> follows = [];
    private readonly HashSet<(int Follower, int Followee)> requests = [];
    private readonly HashSet<(int Blocker, int Blocked)> blocks = [];
    private readonly HashSet<(int Muter, int Muted)> mutes = [];
    private readonly HashSet<int> closed = [];

    public IReadOnlyList<Guid> Tweets => [.. tweets.Keys];

    public bool AreBlocked(int one, int other) => blocks.Contains((one, other)) || blocks.Contains((other, one));

    public bool Follows(int one, int other) => follows.Contains((one, other));

    public void Follow(int one, int other)
    {
        if (closed.Contains(other) && !Follows(one, other))
        {
            requests.Add((one, other));
        }
        else
        {
            follows.Add((one, other));
        }
    }

    public IReadOnlyList<int> RequestsTo(int one) => [.. requests.Where(request => request.Followee == one).Select(request => request.Follower)];

    public void Accept(int one, int asking)
    {
        requests.Remove((asking, one));
        follows.Add((asking, one));
    }

    public void Unfollow(int one, int other)
    {
        follows.Remove((one, other));
        requests.Remove((one, other));
    }

    public void Block(int one, int other, bool isOn)
    {
        if (!isOn)
        {
            blocks.Remove((one, other));
            return;
        }

        blocks.Add((one, other));
        Unfollow(one, other);
        Unfollow(other, one);
    }

    public void Mute(int one, int other, bool isOn) => _ = isOn ? mutes.Add((one, other)) : mutes.Remove((one, other));

    public void SetPrivate(int one, bool isPrivate)
    {
        if (isPrivate)
        {
            closed.Add(one);
        }
        else if (closed.Remove(one))
        {
            foreach (var asking in RequestsTo(one))
            {
                Accept(one, asking);
            }
        }
    }

    public void Post(Guid id, int author, int? answered, IReadOnlyList<int> mentioned)
    {
        tweets[id] = new(author, answered, mentioned);
        entries.Add(new(author, id));
    }

    public int AuthorOf(Guid tweetId) => tweets[tweetId].Author;

    public bool HasReposted(int one, Guid tweetId) => entries.Any(entry => entry.TweetId == tweetId && entry.Actor == one);

    public void Repost(int one, Guid tweetId) => entries.Add(new(one, tweetId));

    public void UndoRepost(int one, Guid tweetId) => entries.RemoveAll(entry => entry.TweetId == tweetId && entry.Actor == one && entry.Actor != tweets[tweetId].Author);

    public void Delete(Guid tweetId)
    {
        tweets.Remove(tweetId);
        entries.RemoveAll(entry => entry.TweetId == tweetId);
    }

    /// <returns>Who brought which tweet, the newest first.</returns>
    public IReadOnlyList<(int Actor, Guid TweetId)> FeedOf(int owner)
    {
        List<(int Actor, Guid TweetId)> feed = [];
        foreach (var entry in entries)
        {
            var tweet = tweets[entry.TweetId];
            var isRepost = entry.Actor != tweet.Author;
            if (Sees(owner, entry.Actor, tweet)
                && (isRepost || tweet.Answered is not { } answered || answered == tweet.Author || Has(owner, answered))
                && !(isRepost && feed.Any(older => older.TweetId == entry.TweetId)))
            {
                feed.Add((entry.Actor, entry.TweetId));
            }
        }

        feed.Reverse();
        return feed;
    }

    private bool Sees(int owner, int actor, Tweet tweet) =>
        Has(owner, actor)
        && (!closed.Contains(tweet.Author) || Has(owner, tweet.Author))
        && new[] { actor, tweet.Author }.Concat(tweet.Mentioned).Concat(tweet.Answered is { } answered ? [answered] : []).All(person => !IsHidden(owner, person));

    private bool Has(int owner, int person) => owner == person || Follows(owner, person);

    private bool IsHidden(int owner, int person) => AreBlocked(owner, person) || mutes.Contains((owner, person));

    private sealed record Tweet(int Author, int? Answered, IReadOnlyList<int> Mentioned);

    private sealed record Entry(int Actor, Guid TweetId);
}
