using Microsoft.EntityFrameworkCore;
using SystemDesign.Twitter.Domain.Impressions;

namespace SystemDesign.Twitter.Data;

internal sealed class ImpressionCounts(TwitterDb db) : IImpressionCounts
{
    public Task<long> ReadAsync(Guid tweetId, CancellationToken cancellationToken) =>
        db.TweetImpressions.Where(row => row.TweetId == tweetId).Select(row => row.Seen).SingleOrDefaultAsync(cancellationToken);
}
