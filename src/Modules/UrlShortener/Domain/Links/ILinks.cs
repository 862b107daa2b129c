namespace SystemDesign.UrlShortener.Domain.Links;

internal interface ILinks
{
    /// <summary>Adds to this unit of work, which fails if the code is taken.</summary>
    void Add(Link link);

    Task<Link?> FindAsync(string code, Guid ownerId, CancellationToken cancellationToken);
}
