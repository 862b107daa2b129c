using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Caching.Figures;

namespace SystemDesign.Platform.Caching;

/// <summary>What the caches of an instance have in common.</summary>
/// <param name="Clock">Lifetimes and patience are measured by it.</param>
/// <param name="Metrics">Where they are counted.</param>
/// <param name="Invalidations">The way to the other instances.</param>
/// <param name="Logger">For the beginning and the end of an outage.</param>
/// <param name="SecondLevel">What the instances share; nothing if each is on its own.</param>
internal sealed record CacheSurroundings(
    TimeProvider Clock,
    CacheMetrics Metrics,
    ICacheInvalidations Invalidations,
    ILogger<CacheSurroundings> Logger,
    IDistributedCache? SecondLevel = null)
{
    /// <summary>How long the second level or a broadcast may take before the request goes on without it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>Names this instance to the others.</summary>
    public Guid Instance { get; } = Guid.CreateVersion7(Clock.Now());
}
