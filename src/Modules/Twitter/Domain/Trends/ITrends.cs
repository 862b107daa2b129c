namespace SystemDesign.Twitter.Domain.Trends;

internal interface ITrends
{
    /// <returns>The tags of the last 24 hours that most people used, those with the most first; as they were half a minute ago at most.</returns>
    Task<IReadOnlyList<TrendingTag>> ListAsync(CancellationToken cancellationToken);
}
