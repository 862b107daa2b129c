using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.Feeds;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Data;

/// <summary>The cache before the feed (TW-12). What is kept is answered without as much as taking in hand what would make it anew, a context of the database above all.</summary>
internal sealed class KeptFeeds(PeopleNumbers numbers, FeedPages pages, Lazy<Feeds> feeds) : IFeeds
{
    public async Task<Page<TimelineItem>> ReadAsync(Guid readerId, PageRequest page, CancellationToken cancellationToken)
    {
        var owner = await numbers.FindAsync(readerId, cancellationToken);
        return page.Cursor is null && pages.Find(owner, page.Limit) is { } kept ? kept : await feeds.Value.ReadAsync(owner, page, cancellationToken);
    }

    public void Fill(Guid followerId, Guid followeeId) => feeds.Value.Fill(followerId, followeeId);
}
