using SystemDesign.Kernel.Errors;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Media.Domain.Objects;

namespace SystemDesign.Media.Domain.Uploads;

/// <summary>
/// The rows of uploads. What says so adds to the unit of work; all else is on disk when it returns, since an upload is kept piece by
/// piece.
/// </summary>
internal interface IUploads
{
    /// <summary>Adds to this unit of work, which fails if the owner has no room for it (507) or too many under way (409).</summary>
    void Begin(Upload upload);

    Task<Upload?> FindAsync(Guid id, Guid ownerId, CancellationToken cancellationToken);

    /// <summary>Of a file that an upload has become.</summary>
    Task<UploadReceipt?> FindReceiptAsync(Guid id, Guid ownerId, CancellationToken cancellationToken);

    /// <summary>Whether this id is taken, by anybody's upload or file.</summary>
    Task<bool> IsTakenAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Puts pieces behind what is there, all or none.</summary>
    /// <param name="upload">As it was read.</param>
    /// <param name="pieces">One after the other.</param>
    /// <param name="sha256">Of the whole upload, if it is whole now and that is known.</param>
    /// <param name="expiresAt">From now on.</param>
    /// <returns>Whether they begin where the next one is to begin; else nothing happened.</returns>
    Task<bool> AcceptAsync(Upload upload, IReadOnlyList<UploadPiece> pieces, string? sha256, DateTimeOffset expiresAt);

    /// <summary>In their order.</summary>
    Task<IReadOnlyList<UploadPiece>> PiecesAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Takes the turn to make a file of an upload that is whole.</summary>
    /// <returns>Whether it was free.</returns>
    Task<bool> LeaseAsync(Guid id, Guid lease, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Gives the turn back.</summary>
    Task ReturnAsync(Guid id, Guid lease);

    /// <summary>Ends an upload that will never be a file, and gives its room back. Its row stays, to say why.</summary>
    Task RefuseAsync(Upload upload, Guid lease, InvalidException why);

    /// <summary>Counts the upload as a file of this object, which is made if there is none, so that nobody deletes it from now on.</summary>
    /// <exception cref="LockedException">Somebody is just deleting it; or the turn was taken by another.</exception>
    Task HoldAsync(Upload upload, Guid lease, MediaObject kept);

    /// <summary>Puts the file in the place of the upload.</summary>
    /// <exception cref="LockedException">The turn was taken by another.</exception>
    Task CompleteAsync(Upload upload, Guid lease, MediaFile file, UploadReceipt receipt, MediaObject kept);

    /// <summary>Adds to this unit of work: ends an upload that is no file yet, and gives its room back.</summary>
    void End(Upload upload);
}
