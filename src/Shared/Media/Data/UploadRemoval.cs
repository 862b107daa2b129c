using Microsoft.EntityFrameworkCore;
using SystemDesign.Media.Domain.Uploads;

namespace SystemDesign.Media.Data;

/// <summary>The end of an upload that is no file.</summary>
internal static class UploadRemoval
{
    /// <summary>Within a transaction.</summary>
    /// <returns>The names of its pieces, to be deleted when that is on disk; nothing, if it is not as it was read any more.</returns>
    public static async Task<IReadOnlyList<string>?> RemoveAsync(this MediaDb db, Upload upload, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var names = await db.Pieces.Where(piece => piece.UploadId == upload.Id).Select(piece => piece.Name).ToListAsync(cancellationToken);
        if (await db.Uploads.Where(row => row.Id == upload.Id && row.Received == upload.Received && row.ObjectName == upload.ObjectName && row.Refusal == upload.Refusal)
            .ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return null;
        }

        if (upload.Refusal is null)
        {
            await db.UncountAsync(upload, now, cancellationToken);
        }

        return names;
    }

    /// <summary>Neither its object nor its owner counts it any more.</summary>
    public static async Task UncountAsync(this MediaDb db, Upload upload, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (upload.ObjectName is { } held)
        {
            await db.RemoveFileAsync(held, isPublic: false, now, cancellationToken);
        }

        await db.EndUploadAsync(upload.OwnerId, upload.Length, used: 0, cancellationToken);
    }
}
