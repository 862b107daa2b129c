using Microsoft.EntityFrameworkCore;
using SystemDesign.Contracts.Media;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Platform.Background;

namespace SystemDesign.Media.Data;

internal sealed class Uploads(
    MediaDb db, Transactions transactions, IStagedBytes staged, IEdgeCopies copies, BellOf<MediaSweep> sweep, MediaOptions options, MediaMetrics metrics, TimeProvider clock)
    : IUploads
{
    public void Begin(Upload upload) => db.OnSaveFirst(async cancellationToken =>
    {
        var insert =
            $$"""
            INSERT INTO {{db.Quoted(UploadMapping.Table)}} (id, owner_id, length, received, is_public, name, metadata, sha256, created_at, expires_at)
            VALUES ({0}, {1}, {2}, 0, {3}, NULLIF({4}, ''), NULLIF({5}, ''), NULLIF({6}, ''), {7}, {8}) ON CONFLICT DO NOTHING
            """;
        object[] values =
        [
            upload.Id, upload.OwnerId, upload.Length, upload.IsPublic, upload.Name ?? string.Empty, upload.Metadata ?? string.Empty, upload.Sha256 ?? string.Empty,
            upload.CreatedAt, upload.ExpiresAt,
        ];

        // A file of this id was an upload until it was one; now that the insert has waited for that, it shows.
        if (await db.Database.ExecuteSqlRawAsync(insert, values, cancellationToken) == 0
            || await db.Files.AnyAsync(file => file.Id == upload.Id, cancellationToken))
        {
            throw new DbUpdateConcurrencyException($"The id {upload.Id} was taken meanwhile.");
        }

        await ReserveAsync(upload, cancellationToken);
    });

    public Task<Upload?> FindAsync(Guid id, Guid ownerId, CancellationToken cancellationToken) =>
        db.Uploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == id && upload.OwnerId == ownerId, cancellationToken);

    public Task<UploadReceipt?> FindReceiptAsync(Guid id, Guid ownerId, CancellationToken cancellationToken) => db.Receipts.AsNoTracking()
        .SingleOrDefaultAsync(receipt => receipt.FileId == id && db.Files.Any(file => file.Id == id && file.OwnerId == ownerId), cancellationToken);

    public async Task<bool> IsTakenAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Uploads.AnyAsync(upload => upload.Id == id, cancellationToken) || await db.Files.AnyAsync(file => file.Id == id, cancellationToken);

    public async Task<bool> AcceptAsync(Upload upload, IReadOnlyList<UploadPiece> pieces, string? sha256, DateTimeOffset expiresAt)
    {
        var (start, end, now) = (pieces[0].Start, pieces[^1].Start + pieces[^1].Bytes, clock.Now());
        try
        {
            await transactions.RunAsync((accepting, _) =>
            {
                accepting.OnSaveFirst(async transaction =>
                {
                    var moved = await accepting.Uploads
                        .Where(row => row.Id == upload.Id && row.Received == start && row.Refusal == null && row.ExpiresAt > now)
                        .ExecuteUpdateAsync(
                            row => row
                                .SetProperty(moving => moving.Received, end)
                                .SetProperty(moving => moving.Sha256, moving => sha256 ?? moving.Sha256)
                                .SetProperty(moving => moving.ExpiresAt, expiresAt),
                            transaction);
                    if (moved == 0)
                    {
                        throw new TooLateException();
                    }
                });
                accepting.Pieces.AddRange(pieces);
            });
            return true;
        }
        catch (TooLateException)
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<UploadPiece>> PiecesAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Pieces.AsNoTracking().Where(piece => piece.UploadId == id).OrderBy(piece => piece.Start).ToListAsync(cancellationToken);

    public Task<bool> LeaseAsync(Guid id, Guid lease, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return transactions.ChangeAsync((leasing, transaction) => leasing.Uploads
            .Where(upload => upload.Id == id && upload.Received == upload.Length && upload.Refusal == null && (upload.LeasedUntil == null || upload.LeasedUntil <= now))
            .ExecuteUpdateAsync(row => row.SetProperty(upload => upload.Lease, lease).SetProperty(upload => upload.LeasedUntil, until), transaction));
    }

    public Task ReturnAsync(Guid id, Guid lease) => transactions.ChangeAsync((returning, transaction) => returning.Uploads
        .Where(upload => upload.Id == id && upload.Lease == lease)
        .ExecuteUpdateAsync(row => row.SetProperty(upload => upload.Lease, (Guid?)null).SetProperty(upload => upload.LeasedUntil, (DateTimeOffset?)null), transaction));

    public Task RefuseAsync(Upload upload, Guid lease, InvalidException why) => transactions.RunAsync((refusing, _) => refusing.OnSave(async transaction =>
    {
        var refused = await refusing.Uploads.Where(row => row.Id == upload.Id && row.Lease == lease && row.Refusal == null).ExecuteUpdateAsync(
            row => row
                .SetProperty(refusal => refusal.Refusal, why.Code)
                .SetProperty(refusal => refusal.RefusalDetail, why.Message)
                .SetProperty(refusal => refusal.ObjectName, (string?)null)
                .SetProperty(refusal => refusal.Lease, (Guid?)null)
                .SetProperty(refusal => refusal.LeasedUntil, (DateTimeOffset?)null),
            transaction);
        if (refused > 0)
        {
            await refusing.Pieces.Where(piece => piece.UploadId == upload.Id).ExecuteDeleteAsync(transaction);
            await refusing.UncountAsync(upload, clock.Now(), transaction);
        }
    }));

    public Task HoldAsync(Upload upload, Guid lease, MediaObject kept) => transactions.RunAsync((holding, _) => holding.OnSave(async transaction =>
    {
        if (await holding.Uploads.Where(row => row.Id == upload.Id && row.Lease == lease)
            .ExecuteUpdateAsync(row => row.SetProperty(held => held.ObjectName, kept.Name), transaction) == 0)
        {
            throw Upload.Busy();
        }

        if (upload.ObjectName == kept.Name)
        {
            return;
        }

        if (upload.ObjectName is { } former)
        {
            await holding.RemoveFileAsync(former, isPublic: false, clock.Now(), transaction);
        }

        await InsertAsync(holding, kept, transaction);
        if (!await holding.AddFileAsync(kept.Name, transaction))
        {
            sweep.Ring();
            throw Upload.Busy();
        }
    }));

    public Task CompleteAsync(Upload upload, Guid lease, MediaFile file, UploadReceipt receipt, MediaObject kept) => transactions.RunAsync((completing, outbox) =>
    {
        completing.OnSaveFirst(async transaction =>
        {
            if (await completing.Uploads.Where(row => row.Id == upload.Id && row.Lease == lease && row.ObjectName == kept.Name).ExecuteDeleteAsync(transaction) == 0)
            {
                throw Upload.Busy();
            }
        });
        completing.Files.Add(file);
        completing.Receipts.Add(receipt);
        completing.OnSave(async transaction =>
        {
            if (file.IsPublic)
            {
                await completing.OpenFileAsync(kept.Name, 1, transaction);
            }

            await completing.EndUploadAsync(file.OwnerId, upload.Length, kept.Bytes, transaction);
        });
        outbox.Add(new MediaUploaded(file.Id, file.OwnerId, kept.ContentType, kept.Bytes, file.UploadedAt));
        completing.OnCommitted(() => copies.PurgeAsync([kept.Name]));
    });

    public void End(Upload upload) => db.OnSaveFirst(async cancellationToken =>
    {
        var names = await db.RemoveAsync(upload, clock.Now(), cancellationToken)
            ?? throw new DbUpdateConcurrencyException($"The upload {upload.Id} changed meanwhile.");
        metrics.Ended("ended");
        db.OnCommitted(() => staged.DeleteAsync(names));
    });

    private async Task ReserveAsync(Upload upload, CancellationToken cancellationToken)
    {
        var reserve =
            $$"""
            INSERT INTO {{db.Quoted(UsageMapping.Table)}} AS kept (owner_id, used_bytes, reserved_bytes, uploads) VALUES ({0}, 0, {1}, 1)
            ON CONFLICT (owner_id) DO UPDATE SET reserved_bytes = kept.reserved_bytes + excluded.reserved_bytes, uploads = kept.uploads + 1
            WHERE kept.used_bytes + kept.reserved_bytes + excluded.reserved_bytes <= {2} AND kept.uploads < {3}
            """;
        if (upload.Length > options.QuotaBytes
            || await db.Database.ExecuteSqlRawAsync(reserve, [upload.OwnerId, upload.Length, options.QuotaBytes, options.ConcurrentUploads], cancellationToken) == 0)
        {
            throw await WhyNotAsync(upload, cancellationToken);
        }
    }

    private async Task<ExpectedException> WhyNotAsync(Upload upload, CancellationToken cancellationToken) =>
        await db.Usages.AnyAsync(usage => usage.OwnerId == upload.OwnerId && usage.Uploads >= options.ConcurrentUploads, cancellationToken)
            ? new ConflictException("media.too-many-uploads", $"You have {options.ConcurrentUploads} uploads under way: end one first.")
            : new ExhaustedException("media.quota-exceeded", $"All your files and uploads together can have {options.QuotaBytes} bytes: delete some first.");

    private static Task<int> InsertAsync(MediaDb holding, MediaObject kept, CancellationToken cancellationToken)
    {
        var insert =
            $$"""
            INSERT INTO {{holding.Quoted(MediaObjectMapping.Table)}} (name, bytes, content_type, files, public_files, stored_at, last_read_at, tier, width, height)
            VALUES ({0}, {1}, {2}, 0, 0, {3}, {4}, {5}, NULLIF({6}, 0), NULLIF({7}, 0)) ON CONFLICT DO NOTHING
            """;
        object[] values = [kept.Name, kept.Bytes, kept.ContentType, kept.StoredAt, kept.LastReadAt, (int)kept.Tier, kept.Width ?? 0, kept.Height ?? 0];
        return holding.Database.ExecuteSqlRawAsync(insert, values, cancellationToken);
    }
}
