namespace SystemDesign.Twitter.Domain.Recommendations;

/// <summary>What the graph suggests (TW-10). Nobody is suggested to whom there is an edge already, asked, blocked or muted ones included.</summary>
internal interface IRecommendations
{
    /// <returns>Whom most of those follow whom <paramref name="me"/> follows, those with the most first; reads a bounded number of edges.</returns>
    Task<IReadOnlyList<Recommendation>> FriendsOfFriendsAsync(int me, int limit, CancellationToken cancellationToken);

    /// <returns>Those with the most followers of all who are not private, at most as many as anybody needs to begin with.</returns>
    Task<IReadOnlyList<Recommendation>> MostFollowedAsync(int me, int limit, CancellationToken cancellationToken);
}
