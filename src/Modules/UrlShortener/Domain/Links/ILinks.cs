namespace SystemDesign.UrlShortener.Domain.Links;

internal interface ILinks
{
    /// <summary>Adds to this unit of work, which fails if the code is taken.</summary>
    void Add(Link link);

    /// <summary>Adds to this unit of work: all links of this owner are no more.</summary>
    Task RemoveAllAsync(Guid ownerId, CancellationToken cancellationToken);

    Task<Link?> FindAsync(string code, Guid ownerId, CancellationToken cancellationToken);
}
