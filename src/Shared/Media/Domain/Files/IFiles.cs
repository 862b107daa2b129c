using SystemDesign.Kernel.Paging;

namespace SystemDesign.Media.Domain.Files;

/// <summary>The files of users.</summary>
internal interface IFiles
{
    Task<WholeFile?> FindAsync(Guid id, Guid ownerId, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    Task<Page<WholeFile>> ListAsync(Guid ownerId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds to this unit of work: opens a file to all, or closes it.</summary>
    void Open(MediaFile file, bool toAll);

    /// <summary>
    /// Adds to this unit of work, which fails with <c>media.file-in-use</c> if a module uses the file: deletes it, gives its bytes back to its
    /// owner, and counts it off its object.
    /// </summary>
    void Delete(WholeFile whole, DateTimeOffset now);

    /// <summary>Adds to this unit of work: all that this user has, files and uploads, is for the next sweep, whoever uses it.</summary>
    void DoomAllOf(Guid ownerId);

    /// <summary>How many bytes a user has.</summary>
    Task<Usage> UsageAsync(Guid ownerId, CancellationToken cancellationToken);
}
