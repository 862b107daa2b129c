using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Time;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Persistence;
using SystemDesign.Platform.Storage;

namespace SystemDesign.Media.Data;

/// <summary>
/// Asks the store for the objects that readers asked for, until it has them. Taking one in hand is writing down when: of any number of instances
/// one asks, and if it is killed, another does so a moment later.
/// </summary>
internal sealed class ThawAsked(IDbContextFactory<MediaDb> databases, IWriter<MediaDb> writer, IObjectStore store, Tiers tiers, BellOf<ThawAsked> thaw, TimeProvider clock)
    : IBackgroundWork, IDisposable
{
    /// <summary>How long after an answer the store is asked again. Minutes and hours are usual; files take seconds.</summary>
    public static readonly TimeSpan BetweenAsking = TimeSpan.FromSeconds(5);

    /// <summary>What an instance asked for that was killed in the same moment waits no longer.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);

    public string Name => "media.thaw";

    public Bell Bell => thaw.Bell;

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (await ClaimAsync(cancellationToken) is { } name)
            {
                await AskAsync(name, cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }

        return await AnyAsync(cancellationToken) ? BetweenAsking : Rest;
    }

    public void Dispose() => turn.Dispose();

    private async Task AskAsync(string name, CancellationToken cancellationToken)
    {
        switch (await store.ThawAsync(name, cancellationToken))
        {
            case StorageTier.Hot:
            case null:
                // If there is none, a read says so.
                await tiers.TryMoveAsync(name, [MediaTier.Thawing], MediaTier.Hot, cancellationToken);
                break;
            default:
                break;
        }
    }

    private async Task<string?> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var due = now - BetweenAsking;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var candidates = await db.Objects
            .Where(kept => kept.Tier == MediaTier.Thawing && (kept.MovedAt == null || kept.MovedAt <= due))
            .OrderBy(kept => kept.LastReadAt)
            .Select(kept => kept.Name)
            .Take(10)
            .ToListAsync(cancellationToken);
        foreach (var name in candidates)
        {
            var claimed = 0;
            await writer.RunAsync(
                db,
                async transaction => claimed = await db.Objects
                    .Where(kept => kept.Name == name && kept.Tier == MediaTier.Thawing && (kept.MovedAt == null || kept.MovedAt <= due))
                    .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.MovedAt, now), transaction),
                cancellationToken);
            if (claimed == 1)
            {
                return name;
            }
        }

        return null;
    }

    private async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Objects.AnyAsync(kept => kept.Tier == MediaTier.Thawing, cancellationToken);
    }
}
