using Microsoft.EntityFrameworkCore;
using SystemDesign.Contracts.Media;
using SystemDesign.Kernel.Events;
using SystemDesign.Media.Domain.Claims;
using SystemDesign.Media.Domain.Files;

namespace SystemDesign.Media.Data;

internal sealed class Claims(MediaDb db, IOutbox outbox) : IClaims
{
    public void Note(MediaClaim claim, DateTimeOffset now) => db.OnSave(async transaction =>
    {
        // Changes nothing, but whoever notes another use of this file, or deletes it, waits here; and the file of one who left stays doomed.
        var doomed = MediaFile.Doomed;
        var file = db.Files.Where(row => row.Id == claim.FileId && (row.UnclaimedSince == null || row.UnclaimedSince > doomed));
        if (await file.ExecuteUpdateAsync(row => row.SetProperty(locked => locked.UnclaimedSince, locked => locked.UnclaimedSince), transaction) == 0)
        {
            if (claim.IsAttached)
            {
                outbox.Add(new MediaDeleted(claim.FileId, now));
            }

            return;
        }

        var upsert =
            $$"""
            INSERT INTO {{db.Quoted(MediaClaimMapping.Table)}} AS kept (file_id, used_by, is_attached, told_at) VALUES ({0}, {1}, {2}, {3})
            ON CONFLICT (file_id, used_by) DO UPDATE SET is_attached = excluded.is_attached, told_at = excluded.told_at WHERE excluded.told_at >= kept.told_at
            """;
        await db.Database.ExecuteSqlRawAsync(upsert, [claim.FileId, claim.UsedBy, claim.IsAttached, claim.ToldAt], transaction);
        var since = (DateTimeOffset?)now;
        await file.ExecuteUpdateAsync(
            row => row.SetProperty(
                kept => kept.UnclaimedSince, kept => db.Claims.Any(use => use.FileId == kept.Id && use.IsAttached) ? null : kept.UnclaimedSince ?? since),
            transaction);
    });
}
