using SystemDesign.Kernel.Paging;

namespace SystemDesign.UrlShortener.Domain.Links;

internal interface ILinks
{
    /// <summary>Adds to this unit of work, which fails if the code is taken.</summary>
    void Add(Link link);

    /// <summary>Adds to this unit of work: all links of this owner are no more.</summary>
    Task RemoveAllAsync(Guid ownerId, CancellationToken cancellationToken);

    Task<Link?> FindAsync(string code, Guid ownerId, CancellationToken cancellationToken);

    /// <summary>
    /// For change: of two that change the same link at once, one is told to look again. Visits follow the change as soon as
    /// it is on disk.
    /// </summary>
    Task<Link?> FindForChangeAsync(string code, Guid ownerId, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    Task<Page<Link>> ListAsync(Guid ownerId, PageRequest page, CancellationToken cancellationToken);
}
