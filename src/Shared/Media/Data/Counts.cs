using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Media.Data;

/// <summary>
/// What is counted beside uploads and files: the files of an object, and the bytes of a user. All within the transaction that makes the
/// counts change, and after the rows of uploads and files, first objects and then users: so none waits for another in a circle.
/// </summary>
internal static class Counts
{
    /// <returns>Nothing happened: somebody is just deleting it.</returns>
    public static async Task<bool> AddFileAsync(this MediaDb db, string objectName, CancellationToken cancellationToken) =>
        await db.Objects.Where(kept => kept.Name == objectName && kept.Lease == null).ExecuteUpdateAsync(
            row => row.SetProperty(kept => kept.Files, kept => kept.Files + 1).SetProperty(kept => kept.UnusedSince, (DateTimeOffset?)null),
            cancellationToken) > 0;

    public static Task RemoveFileAsync(this MediaDb db, string objectName, bool isPublic, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var opened = isPublic ? 1 : 0;
        var since = (DateTimeOffset?)now;
        return db.Objects.Where(kept => kept.Name == objectName).ExecuteUpdateAsync(
            row => row
                .SetProperty(kept => kept.Files, kept => kept.Files - 1)
                .SetProperty(kept => kept.PublicFiles, kept => kept.PublicFiles - opened)
                .SetProperty(kept => kept.UnusedSince, kept => kept.Files == 1 ? since : null),
            cancellationToken);
    }

    public static Task OpenFileAsync(this MediaDb db, string objectName, int opened, CancellationToken cancellationToken) =>
        db.Objects.Where(kept => kept.Name == objectName).ExecuteUpdateAsync(
            row => row.SetProperty(kept => kept.PublicFiles, kept => kept.PublicFiles + opened), cancellationToken);

    /// <summary>An upload has ended; what it has become counts instead.</summary>
    public static Task EndUploadAsync(this MediaDb db, Guid ownerId, long reserved, long used, CancellationToken cancellationToken) =>
        db.Usages.Where(usage => usage.OwnerId == ownerId).ExecuteUpdateAsync(
            row => row
                .SetProperty(usage => usage.ReservedBytes, usage => usage.ReservedBytes - reserved)
                .SetProperty(usage => usage.Uploads, usage => usage.Uploads - 1)
                .SetProperty(usage => usage.UsedBytes, usage => usage.UsedBytes + used),
            cancellationToken);

    public static Task FreeAsync(this MediaDb db, Guid ownerId, long used, CancellationToken cancellationToken) =>
        db.Usages.Where(usage => usage.OwnerId == ownerId).ExecuteUpdateAsync(
            row => row.SetProperty(usage => usage.UsedBytes, usage => usage.UsedBytes - used), cancellationToken);
}
