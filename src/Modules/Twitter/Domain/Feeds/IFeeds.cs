using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Domain.Feeds;

/// <summary>The feed service (TW-12): what those whom somebody follows wrote and reposted.</summary>
internal interface IFeeds
{
    /// <summary>The newest first, and the same whichever strategy there is: see <see cref="FeedStrategy"/>.</summary>
    /// <exception cref="InvalidException"><c>invalid-cursor</c>.</exception>
    Task<Page<TimelineItem>> ReadAsync(Guid readerId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds to this unit of work: what somebody wrote before they were followed, or else that it is to be pulled.</summary>
    void Fill(Guid followerId, Guid followeeId);
}
