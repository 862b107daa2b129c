using SystemDesign.Kernel.Paging;
using SystemDesign.Media.Domain.Objects;

namespace SystemDesign.Media.Domain.Tiers;

/// <summary>What is known of all objects together.</summary>
internal interface ILedger
{
    Task<IReadOnlyDictionary<MediaTier, StoredSum>> SumAsync(CancellationToken cancellationToken);

    /// <summary>Those of a tier, the longest unread first.</summary>
    Task<Page<UnusedObject>> ListUnusedAsync(MediaTier tier, PageRequest page, CancellationToken cancellationToken);
}
