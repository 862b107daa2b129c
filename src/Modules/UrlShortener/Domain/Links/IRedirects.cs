namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>The way of a visit, which is walked a thousand times for each link that is made.</summary>
internal interface IRedirects
{
    /// <summary>Where the code leads; nothing if it leads nowhere.</summary>
    ValueTask<string?> FindTargetAsync(string code, CancellationToken cancellationToken);
}
