using SystemDesign.Kernel.Paging;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>Links that are not deleted, unless it says otherwise.</summary>
internal interface ILinks
{
    /// <summary>Adds to this unit of work, which fails if the code is taken.</summary>
    void Add(Link link);

    /// <summary>Whoever's it is.</summary>
    Task<Link?> FindAsync(string code, CancellationToken cancellationToken);

    Task<WholeLink?> FindAsync(string code, Guid ownerId, CancellationToken cancellationToken);

    Task<bool> HasAsync(string code, Guid ownerId, CancellationToken cancellationToken);

    /// <summary>
    /// For change, whoever's it is: of two that change the same link at once, one is told to look again. Visits follow the change
    /// as soon as it is on disk.
    /// </summary>
    Task<Link?> FindForChangeAsync(string code, CancellationToken cancellationToken);

    /// <inheritdoc cref="FindForChangeAsync(string, CancellationToken)"/>
    Task<WholeLink?> FindForChangeAsync(string code, Guid ownerId, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    /// <param name="ownerId">Whose.</param>
    /// <param name="search">In lower case: contained in the code, the address or a tag; nothing: all.</param>
    /// <param name="tag">Normalized: one of the link's tags; nothing: all.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellationToken">From the request.</param>
    Task<Page<WholeLink>> ListAsync(Guid ownerId, string? search, string? tag, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds to this unit of work: everything of this user's is to be erased, which goes on in the background.</summary>
    Task EraseAllOfAsync(Guid userId, DateTimeOffset leftAt, CancellationToken cancellationToken);
}
