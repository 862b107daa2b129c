namespace SystemDesign.Twitter.Domain.Impressions;

internal interface IImpressionCounts
{
    /// <returns>How often a tweet was seen, up to the last flush.</returns>
    Task<long> ReadAsync(Guid tweetId, CancellationToken cancellationToken);
}
