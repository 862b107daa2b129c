using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Data.Edge;
using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Media.Domain.Tiers;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Media.Data;

/// <summary>
/// Moves objects in the ledger. Each step is one statement with the step before as its condition, so that of those who do the same at once one
/// does it; and the ledger says that an object cannot be read before the store makes it so.
/// </summary>
internal sealed partial class Tiers(
    IDbContextFactory<MediaDb> databases,
    IWriter<MediaDb> writer,
    DeliveredObjects known,
    IObjectStore store,
    BellOf<ThawAsked> thaw,
    TimeProvider clock,
    ILogger<Tiers> logger) : ITiers
{
    public Task<bool> TryStayAsync(string name, CancellationToken cancellationToken) =>
        TryMoveAsync(name, [MediaTier.Leaving], MediaTier.Hot, cancellationToken);

    public Task<bool> TryAskBackAsync(string name, CancellationToken cancellationToken) =>
        TryAskBackAsync(name, [MediaTier.Cold, MediaTier.Freezing], cancellationToken);

    /// <summary>What should be readable and is not, since somebody was late to put it away.</summary>
    public Task<bool> TryAskBackAgainAsync(string name, CancellationToken cancellationToken) =>
        TryAskBackAsync(name, [MediaTier.Hot, MediaTier.Leaving], cancellationToken);

    /// <summary>
    /// The ledger says that an object can be read, and the store that it cannot. Somebody was late to put it away, when another had it back
    /// already: then it is asked for.
    /// </summary>
    public async Task<MediaPartOutcome> FindOutAsync(string name)
    {
        await known.ForgetAsync(name);
        switch (await store.FindAsync(name, CancellationToken.None))
        {
            case null:
                LogMissing(name);
                return MediaPartOutcome.Missing;
            case { Tier: StorageTier.Hot }:
                // It came back in this moment.
                return MediaPartOutcome.Restoring;
            default:
                await TryAskBackAsync(name, [MediaTier.Hot, MediaTier.Leaving, MediaTier.Freezing, MediaTier.Cold], CancellationToken.None);
                return MediaPartOutcome.Restoring;
        }
    }

    /// <summary>To hot, it has been read; to wherever it goes, nobody has it in hand.</summary>
    public async Task<bool> TryMoveAsync(string name, MediaTier[] from, MediaTier to, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var moved = 0;
        await writer.RunAsync(
            db,
            async transaction =>
            {
                var rows = db.Objects.Where(kept => kept.Name == name && from.Contains(kept.Tier));
                moved = to is MediaTier.Hot
                    ? await rows.ExecuteUpdateAsync(
                        row => row.SetProperty(kept => kept.Tier, to).SetProperty(kept => kept.MovedAt, (DateTimeOffset?)null).SetProperty(kept => kept.LastReadAt, now), transaction)
                    : await rows.ExecuteUpdateAsync(
                        row => row.SetProperty(kept => kept.Tier, to).SetProperty(kept => kept.MovedAt, (DateTimeOffset?)null), transaction);
            },
            cancellationToken);
        if (moved > 0)
        {
            await known.ForgetAsync(name);
        }

        return moved > 0;
    }

    private async Task<bool> TryAskBackAsync(string name, MediaTier[] from, CancellationToken cancellationToken)
    {
        var isMine = await TryMoveAsync(name, from, MediaTier.Thawing, cancellationToken);
        if (isMine)
        {
            thaw.Ring();
        }

        return isMine;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store has no object {Name}, of which the ledger knows")]
    private partial void LogMissing(string name);
}
