namespace SystemDesign.Twitter.Domain.Feeds;

internal interface IFeedPolicies
{
    Task<FeedPolicy> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Adds to this unit of work. No feed loses or doubles anything, and nothing is written again: what was not pushed until now is pulled.</summary>
    void Change(FeedPolicy policy);
}
