using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Data.Edge;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Media.Domain.Tiers;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Media.Data;

/// <summary>
/// Puts away what nobody has read for so many days, in three steps, each of which the ledger knows before it is done: it is announced; some
/// minutes later, if nobody has read it by then, it is moved; and then it is cold. The minutes are for reads that had begun: by then all of
/// them are written down, and so keep it. Whatever crashes in between is taken up by the next run, of any instance.
/// </summary>
internal sealed class FreezeUnused(
    IDbContextFactory<MediaDb> databases,
    IWriter<MediaDb> writer,
    IObjectStore store,
    Tiers tiers,
    DeliveredObjects known,
    ColdOptions options,
    TimeProvider clock) : IBackgroundWork, IDisposable
{
    /// <summary>Longer than an instance may believe that an object is hot (a minute), and than a read waits to be written down (10 s).</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(5);

    /// <summary>How long an instance has to move one object; then another may.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const int Portion = 100;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim turn = new(1, 1);

    public string Name => "media.freeze";

    public Bell Bell { get; } = new();

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var readUntil = options.After is { } after ? clock.Now() - after : DateTimeOffset.UnixEpoch;
            await KeepWhatWasReadAsync(readUntil, cancellationToken);
            while (await AnnounceAsync(readUntil, cancellationToken))
            {
                // A portion at a time, so that nobody waits long behind it.
            }

            while (await ClaimAsync(readUntil, cancellationToken) is { } name)
            {
                await FreezeAsync(name, cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }

        return Rest;
    }

    public void Dispose()
    {
        Bell.Dispose();
        turn.Dispose();
    }

    private async Task KeepWhatWasReadAsync(DateTimeOffset readUntil, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var read = db.Objects.Where(kept => kept.Tier == MediaTier.Leaving && kept.LastReadAt > readUntil);
        if (await read.AnyAsync(cancellationToken))
        {
            await writer.RunAsync(
                db,
                transaction => read.ExecuteUpdateAsync(
                    row => row.SetProperty(kept => kept.Tier, MediaTier.Hot).SetProperty(kept => kept.MovedAt, (DateTimeOffset?)null), transaction),
                cancellationToken);
        }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> AnnounceAsync(DateTimeOffset readUntil, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var unused = db.Objects.Where(kept => kept.Tier == MediaTier.Hot && kept.LastReadAt <= readUntil && kept.Files > 0);
        var names = await unused.OrderBy(kept => kept.LastReadAt).Select(kept => kept.Name).Take(Portion).ToListAsync(cancellationToken);
        if (names.Count > 0)
        {
            await writer.RunAsync(
                db,
                transaction => unused.Where(kept => names.Contains(kept.Name)).ExecuteUpdateAsync(
                    row => row.SetProperty(kept => kept.Tier, MediaTier.Leaving).SetProperty(kept => kept.MovedAt, now), transaction),
                cancellationToken);
            foreach (var name in names)
            {
                await known.ForgetAsync(name);
            }
        }

        return names.Count == Portion;
    }

    /// <summary>Takes one in hand: it cannot be read from now on, and this instance moves it.</summary>
    private async Task<string?> ClaimAsync(DateTimeOffset readUntil, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var (noticeIsOver, leaseIsOver) = (now - Notice, now - Lease);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = db.Objects.Where(kept => kept.Files > 0
            && ((kept.Tier == MediaTier.Leaving && kept.MovedAt <= noticeIsOver && kept.LastReadAt <= readUntil)
                || (kept.Tier == MediaTier.Freezing && kept.MovedAt <= leaseIsOver)));
        while (await due.OrderBy(kept => kept.LastReadAt).Select(kept => kept.Name).FirstOrDefaultAsync(cancellationToken) is { } name)
        {
            var claimed = 0;
            await writer.RunAsync(
                db,
                async transaction => claimed = await due.Where(kept => kept.Name == name).ExecuteUpdateAsync(
                    row => row.SetProperty(kept => kept.Tier, MediaTier.Freezing).SetProperty(kept => kept.MovedAt, now), transaction),
                cancellationToken);
            if (claimed == 1)
            {
                return name;
            }
        }

        return null;
    }

    private async Task FreezeAsync(string name, CancellationToken cancellationToken)
    {
        await store.FreezeAsync(name, cancellationToken);
        if (!await tiers.TryMoveAsync(name, [MediaTier.Freezing], MediaTier.Cold, cancellationToken))
        {
            // Somebody asked for it meanwhile. If it was back before it had gone, it has gone now.
            await tiers.TryAskBackAgainAsync(name, cancellationToken);
        }
    }
}
