using System.Diagnostics.Metrics;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Caching.Figures;
using SystemDesign.Platform.Signals;

namespace SystemDesign.Tests.Unit.Platform.Caching.Support;

/// <summary>One instance of the application, as far as a cache of it is concerned.</summary>
internal sealed class Instance : IDisposable
{
    public const string CacheName = "tests.values";

    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly TwoLevelCache<string, string> entries;

    public Instance(
        Store store,
        ManualClock clock,
        CacheOptions? options = null,
        IDistributedCache? secondLevel = null,
        Broadcast? broadcast = null,
        Func<string, bool>? keeps = null)
    {
        Meters = services.GetRequiredService<IMeterFactory>();
        var surroundings = new CacheSurroundings(
            clock, new(Meters), broadcast?.Join() ?? new NoOtherInstances(), NullLogger<CacheSurroundings>.Instance, secondLevel);
        entries = new(new(CacheName, CacheKinds.ReadThrough, (key, _) => store.ReadAsync(key), options ?? new(), keeps), surroundings);
        ReadThrough = new(entries);
        WriteThrough = new(entries);
    }

    public IMeterFactory Meters { get; }

    public ReadThroughCache<string, string> ReadThrough { get; }

    public WriteThroughCache<string, string> WriteThrough { get; }

    public CacheFigures Figures => entries.Statistics.Read();

    public Task<string?> GetAsync(string key = "key") =>
        ReadThrough.GetAsync(key, CancellationToken.None).AsTask().WaitAsync(Hold.Patience);

    public void Dispose()
    {
        entries.Dispose();
        services.Dispose();
    }
}
