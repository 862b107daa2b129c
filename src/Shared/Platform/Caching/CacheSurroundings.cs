using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using SystemDesign.Platform.Caching.Figures;
using SystemDesign.Platform.Signals;

namespace SystemDesign.Platform.Caching;

/// <summary>What the caches of an instance have in common.</summary>
/// <param name="Clock">Lifetimes and patience are measured by it.</param>
/// <param name="Metrics">Where they are counted.</param>
/// <param name="Signals">The way to the other instances.</param>
/// <param name="Logger">For the beginning and the end of an outage.</param>
/// <param name="SecondLevel">What the instances share; nothing if each is on its own.</param>
internal sealed record CacheSurroundings(
    TimeProvider Clock,
    CacheMetrics Metrics,
    ISignals Signals,
    ILogger<CacheSurroundings> Logger,
    IDistributedCache? SecondLevel = null);
