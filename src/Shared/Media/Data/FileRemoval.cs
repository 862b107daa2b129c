using Microsoft.EntityFrameworkCore;
using SystemDesign.Media.Domain.Files;

namespace SystemDesign.Media.Data;

/// <summary>The end of a file.</summary>
internal static class FileRemoval
{
    /// <summary>Within a transaction. Whether a module uses it stands in the row itself, so that one that begins to just now comes first, or too late.</summary>
    /// <returns>Nothing happened: it is used, or not as it was read any more.</returns>
    public static async Task<bool> RemoveAsync(this MediaDb db, WholeFile whole, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (file, kept) = whole;
        if (await db.Files.Where(row => row.Id == file.Id && row.IsPublic == file.IsPublic && row.UnclaimedSince != null).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        await db.RemoveFileAsync(file.ObjectName, file.IsPublic, now, cancellationToken);
        await db.FreeAsync(file.OwnerId, kept.Bytes, cancellationToken);
        return true;
    }
}
