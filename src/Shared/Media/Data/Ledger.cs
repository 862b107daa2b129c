using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Paging;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Media.Domain.Tiers;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Media.Data;

internal sealed class Ledger(MediaDb db) : ILedger
{
    private static readonly Keyset<MediaObject> LongestUnreadFirst =
        new Keyset<MediaObject>().Ascending(kept => kept.LastReadAt).Ascending(kept => kept.Name);

    /// <summary>Reads the index of tiers, and no row. Counters beside the objects would be one row that every upload waits for.</summary>
    public async Task<IReadOnlyDictionary<MediaTier, StoredSum>> SumAsync(CancellationToken cancellationToken) => await db.Objects
        .GroupBy(kept => kept.Tier)
        .Select(tier => new { tier.Key, Objects = tier.LongCount(), Bytes = tier.Sum(kept => kept.Bytes) })
        .ToDictionaryAsync(tier => tier.Key, tier => new StoredSum(tier.Objects, tier.Bytes), cancellationToken);

    public async Task<Page<UnusedObject>> ListUnusedAsync(MediaTier tier, PageRequest page, CancellationToken cancellationToken)
    {
        var unused = await db.Objects.AsNoTracking().Where(kept => kept.Tier == tier)
            .ToPageAsync(LongestUnreadFirst, $"media.unused.{tier}", page, cancellationToken);
        return unused.Select(kept => new UnusedObject(kept.Name, kept.Bytes, kept.ContentType, kept.StoredAt, kept.LastReadAt, kept.Tier));
    }
}
