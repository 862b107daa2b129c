using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Domain.Search;

/// <summary>The index of what was written. It may lag behind, and shows nobody what they may not see even then: that is asked when it is read.</summary>
internal interface ISearch
{
    /// <summary>Adds to this unit of work; twice is as once, and what is deleted meanwhile is not found.</summary>
    void Add(Guid tweetId);

    /// <summary>Adds to this unit of work; twice is as once.</summary>
    void Remove(Guid tweetId);

    /// <summary>Adds to this unit of work: in the background every tweet is indexed anew, and who searches meanwhile finds what they found before.</summary>
    void Rebuild();

    /// <returns>What has all of it and <paramref name="viewer"/> may see, the newest first.</returns>
    Task<Page<ShownTweet>> FindAsync(SearchQuery query, string list, int viewer, PageRequest page, CancellationToken cancellationToken);

    /// <returns>What has the tag and <paramref name="viewer"/> may see, the newest first.</returns>
    Task<Page<ShownTweet>> ListTaggedAsync(string tag, int viewer, PageRequest page, CancellationToken cancellationToken);
}
