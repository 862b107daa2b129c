using Microsoft.EntityFrameworkCore;
using SystemDesign.Contracts.Media;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Files;
using SystemDesign.Media.Domain.Uploads;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Media.Data;

/// <summary>
/// Ends what has waited too long: uploads for their next bytes, files for somebody who uses them, objects for a file. All conditions stand in the
/// statements, so instances may sweep at once. See <see cref="StrayBytesSweep"/> for what has no row.
/// </summary>
internal sealed class MediaSweep(
    IDbContextFactory<MediaDb> databases,
    Transactions transactions,
    IObjectStore store,
    IStagedBytes staged,
    IEdgeCopies copies,
    BellOf<MediaSweep> bell,
    MediaOptions options,
    MediaMetrics metrics,
    TimeProvider clock) : IBackgroundWork
{
    /// <summary>For the word of who took in a reference at the last moment, and for clocks that differ.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <summary>How long an object without files stays: who uploads the same again, or undoes, costs nothing.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>
    /// Who deletes an object has so long; then another goes on. No deletion may come after that, for the object may be there anew: so
    /// each is given up long before.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const int Portion = 100;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan PatienceWithStore = TimeSpan.FromMinutes(1);

    public string Name => "media.sweep";

    public Bell Bell => bell.Bell;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        return Rest;
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await EachAsync(FindExpiredAsync, EndAsync, "upload", cancellationToken);
        await EachAsync(FindUnclaimedAsync, DeleteAsync, "file", cancellationToken);
        await EachAsync(FindUnusedAsync, RemoveAsync, "object", cancellationToken);
    }

    /// <summary>Takes the turn to delete an object, deletes its bytes and then its row.</summary>
    /// <returns>Whether it is gone; else it has files, or is another's turn.</returns>
    public async Task<bool> RemoveAsync(string objectName)
    {
        var now = clock.Now();
        var lease = Guid.CreateVersion7(now);
        return await transactions.ChangeAsync((db, transaction) => db.Objects
                .Where(kept => kept.Name == objectName && kept.Files == 0 && kept.UnusedSince <= now - Grace && (kept.LeasedUntil == null || kept.LeasedUntil <= now))
                .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Lease, lease).SetProperty(kept => kept.LeasedUntil, now + Lease), transaction))
            && await RemoveLeasedAsync(objectName, lease);
    }

    /// <inheritdoc cref="RemoveAsync(string)"/>
    public async Task<bool> RemoveLeasedAsync(string objectName, Guid lease)
    {
        using var patience = new CancellationTokenSource(PatienceWithStore);
        await store.DeleteAsync(objectName, patience.Token);
        var isGone = await transactions.ChangeAsync((db, transaction) =>
            db.Objects.Where(kept => kept.Name == objectName && kept.Lease == lease).ExecuteDeleteAsync(transaction));
        await copies.PurgeAsync([objectName]);
        return isGone;
    }

    private async Task EachAsync<T>(
        Func<MediaDb, CancellationToken, Task<List<T>>> findAsync, Func<T, Task<bool>> endAsync, string kind, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var found = await findAsync(db, cancellationToken);
            var ended = 0;
            foreach (var one in found)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ended += await endAsync(one) ? 1 : 0;
            }

            metrics.Swept(kind, ended);
            if (ended < Portion)
            {
                return;
            }
        }
    }

    private Task<List<Upload>> FindExpiredAsync(MediaDb db, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return db.Uploads.AsNoTracking().Where(upload => upload.ExpiresAt <= now && (upload.LeasedUntil == null || upload.LeasedUntil <= now))
            .OrderBy(upload => upload.ExpiresAt).Take(Portion).ToListAsync(cancellationToken);
    }

    private async Task<bool> EndAsync(Upload upload)
    {
        IReadOnlyList<string>? names = null;
        await transactions.RunAsync((db, _) => db.OnSave(async transaction => names = await db.RemoveAsync(upload, clock.Now(), transaction)));
        await staged.DeleteAsync(names ?? []);
        return names is not null;
    }

    private Task<List<WholeFile>> FindUnclaimedAsync(MediaDb db, CancellationToken cancellationToken)
    {
        var until = clock.Now() - options.UnclaimedLifetime - Margin;
        return db.Files.AsNoTracking().Where(file => file.UnclaimedSince <= until).OrderBy(file => file.UnclaimedSince).Take(Portion)
            .Join(db.Objects, file => file.ObjectName, kept => kept.Name, (file, kept) => new WholeFile(file, kept)).ToListAsync(cancellationToken);
    }

    private async Task<bool> DeleteAsync(WholeFile whole)
    {
        var (isGone, now) = (false, clock.Now());
        await transactions.RunAsync((db, outbox) => db.OnSave(async transaction =>
        {
            isGone = await db.RemoveAsync(whole, now, transaction);
            if (isGone)
            {
                outbox.Add(new MediaDeleted(whole.File.Id, now));
            }
        }));
        await copies.PurgeAsync([whole.File.ObjectName]);
        return isGone;
    }

    private Task<List<string>> FindUnusedAsync(MediaDb db, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return db.Objects.Where(kept => kept.UnusedSince <= now - Grace && (kept.LeasedUntil == null || kept.LeasedUntil <= now))
            .OrderBy(kept => kept.UnusedSince).Select(kept => kept.Name).Take(Portion).ToListAsync(cancellationToken);
    }
}
