namespace SystemDesign.UrlShortener.Domain.Links;

internal interface ICodes
{
    /// <summary>A code that no link has.</summary>
    Task<string> NextAsync(CancellationToken cancellationToken);
}
