using Microsoft.EntityFrameworkCore;
using SystemDesign.Contracts.Media;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Paging;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Media.Data;

internal sealed class Files(MediaDb db, IOutbox outbox, IEdgeCopies copies, BellOf<MediaSweep> sweep) : IFiles
{
    /// <summary>By time and, since an id may be of its owner's choice, then by that.</summary>
    private static readonly Keyset<MediaFile> NewestFirst = new Keyset<MediaFile>().Descending(file => file.UploadedAt).Descending(file => file.Id);

    public async Task<WholeFile?> FindAsync(Guid id, Guid ownerId, CancellationToken cancellationToken) => await db.Files.AsNoTracking()
        .Where(file => file.Id == id && file.OwnerId == ownerId)
        .Join(db.Objects, file => file.ObjectName, kept => kept.Name, (file, kept) => new WholeFile(file, kept))
        .SingleOrDefaultAsync(cancellationToken);

    public async Task<Page<WholeFile>> ListAsync(Guid ownerId, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await db.Files.AsNoTracking().Where(file => file.OwnerId == ownerId).ToPageAsync(NewestFirst, $"files of {ownerId}", page, cancellationToken);
        var names = found.Items.Select(file => file.ObjectName).ToList();
        var objects = await db.Objects.AsNoTracking().Where(kept => names.Contains(kept.Name)).ToDictionaryAsync(kept => kept.Name, cancellationToken);

        // One that is deleted between the two looks, with its object, is not there any more.
        return new([.. found.Items.Where(file => objects.ContainsKey(file.ObjectName)).Select(file => new WholeFile(file, objects[file.ObjectName]))], found.Next);
    }

    public void Open(MediaFile file, bool toAll)
    {
        db.OnSaveFirst(async cancellationToken =>
        {
            if (await db.Files.Where(row => row.Id == file.Id && row.IsPublic != toAll)
                .ExecuteUpdateAsync(row => row.SetProperty(opened => opened.IsPublic, toAll), cancellationToken) == 0)
            {
                throw new DbUpdateConcurrencyException($"The file {file.Id} changed meanwhile.");
            }

            await db.OpenFileAsync(file.ObjectName, toAll ? 1 : -1, cancellationToken);
        });
        db.OnCommitted(() => copies.PurgeAsync([file.ObjectName]));
    }

    public void Delete(WholeFile whole, DateTimeOffset now)
    {
        if (whole.File.UnclaimedSince is null)
        {
            throw new ConflictException("media.file-in-use", "Something that you have published uses this file: delete that first.");
        }

        db.OnSaveFirst(async cancellationToken =>
        {
            if (!await db.RemoveAsync(whole, now, cancellationToken))
            {
                throw new DbUpdateConcurrencyException($"The file {whole.File.Id} changed meanwhile.");
            }
        });
        outbox.Add(new MediaDeleted(whole.File.Id, now));
        db.OnCommitted(() => copies.PurgeAsync([whole.File.ObjectName]));
    }

    public void DoomAllOf(Guid ownerId)
    {
        var doomed = MediaFile.Doomed;
        db.OnSave(async transaction =>
        {
            await db.Uploads.Where(upload => upload.OwnerId == ownerId).ExecuteUpdateAsync(row => row.SetProperty(upload => upload.ExpiresAt, doomed), transaction);
            await db.Files.Where(file => file.OwnerId == ownerId)
                .ExecuteUpdateAsync(row => row.SetProperty(file => file.UnclaimedSince, (DateTimeOffset?)doomed), transaction);
        });
        db.OnCommitted(() =>
        {
            sweep.Ring();
            return Task.CompletedTask;
        });
    }

    public async Task<Usage> UsageAsync(Guid ownerId, CancellationToken cancellationToken) =>
        await db.Usages.AsNoTracking().SingleOrDefaultAsync(usage => usage.OwnerId == ownerId, cancellationToken) ?? new() { OwnerId = ownerId };
}
