using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>The tweet service (TW-13).</summary>
internal interface ITweets
{
    /// <summary>
    /// Adds to this unit of work: the tweet, the counts that it changes, and its way into feeds. The unit fails if what it answers or
    /// quotes is deleted meanwhile.
    /// </summary>
    void Add(NewTweet tweet);

    /// <summary>Adds to this unit of work: nothing of it is left. The unit fails if it is gone already.</summary>
    void Remove(Tweet tweet, DateTimeOffset now);

    /// <summary>Adds to this unit of work: no tweet shows the file any more.</summary>
    void Detach(Guid fileId);

    /// <returns>The tweet, unless it is deleted, or not for <paramref name="viewer"/> to see.</returns>
    Task<Tweet?> FindAsync(Guid id, int viewer, CancellationToken cancellationToken);

    /// <returns>Those of the names that are somebody's who has no block with <paramref name="author"/>.</returns>
    Task<IReadOnlyList<Person>> FindMentionedAsync(IReadOnlyList<string> nameKeys, int author, CancellationToken cancellationToken);

    /// <returns>Those of them that there are, and that <paramref name="viewer"/> may see; in a bounded number of statements.</returns>
    Task<IReadOnlyDictionary<Guid, ShownTweet>> ShowAsync(IReadOnlyCollection<Guid> ids, int viewer, CancellationToken cancellationToken);

    /// <summary>The tweets that answer one, the oldest first.</summary>
    /// <exception cref="InvalidException"><c>invalid-cursor</c>.</exception>
    Task<Page<ShownTweet>> ListRepliesAsync(Guid id, int viewer, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The first page of <see cref="ListRepliesAsync"/> for each of several tweets, in a bounded number of statements.</summary>
    /// <returns>A page for each of them; an empty one for those that <paramref name="viewer"/> may not see.</returns>
    Task<IReadOnlyDictionary<Guid, Page<ShownTweet>>> ListFirstRepliesAsync(IReadOnlyCollection<Guid> ids, int viewer, int limit, CancellationToken cancellationToken);

    /// <summary>What a tweet answers, what that answers, and so on, the first of the thread first; without those that are not there, or not to be seen.</summary>
    Task<IReadOnlyList<ShownTweet>> ListAnsweredAsync(Tweet tweet, int viewer, CancellationToken cancellationToken);

    /// <summary>What somebody wrote and reposted, the newest first.</summary>
    /// <exception cref="InvalidException"><c>invalid-cursor</c>.</exception>
    Task<Page<TimelineItem>> ListOfAsync(Person person, int viewer, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The first page of <see cref="ListOfAsync"/> for each of several people, in a bounded number of statements.</summary>
    /// <returns>A page for each of them, under their numbers.</returns>
    Task<IReadOnlyDictionary<int, Page<TimelineItem>>> ListFirstOfAsync(IReadOnlyList<Person> people, int viewer, int limit, CancellationToken cancellationToken);
}
