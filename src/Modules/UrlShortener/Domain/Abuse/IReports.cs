using SystemDesign.Kernel.Paging;

namespace SystemDesign.UrlShortener.Domain.Abuse;

/// <summary>What waits for an operator's decision.</summary>
internal interface IReports
{
    /// <summary>How many of a link's wait at most: those beyond add nothing, and would fill the disk.</summary>
    const int MaximumPerLink = 100;

    /// <summary>Adds to this unit of work, unless the same user reported the link before, or enough did.</summary>
    void Add(Report report);

    /// <summary>Adds to this unit of work: this one is decided.</summary>
    Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Adds to this unit of work: all of the link's are decided.</summary>
    void RemoveAllOf(Guid linkId);

    /// <summary>The oldest first.</summary>
    Task<Page<OpenReport>> ListAsync(PageRequest page, CancellationToken cancellationToken);
}
