namespace SystemDesign.UrlShortener.Domain.Redirects;

/// <summary>The way of a visit, which is walked a thousand times for each link that is made.</summary>
internal interface IRedirects
{
    /// <summary>Where the code leads; nothing if there is no such link.</summary>
    ValueTask<Destination?> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>
    /// Uses up one of the visits that a link may have, on disk when this returns. Of those who come at once for the last one, one gets it.
    /// </summary>
    /// <returns>Whether there was one left, on a link that leads somewhere.</returns>
    Task<bool> TrySpendVisitAsync(Guid linkId, CancellationToken cancellationToken);
}
