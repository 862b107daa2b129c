using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SystemDesign.Platform.Caching.Figures;

namespace SystemDesign.Platform.Redis;

/// <summary>How Redis is doing, as this instance sees it.</summary>
internal sealed class RedisMetrics
{
    public const string MeterName = "SystemDesign.Redis";

    private readonly ConcurrentBag<Func<bool>> connections = [];

    public RedisMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "systemdesign.redis.connected", () => connections.Select(isConnected => new Measurement<int>(isConnected() ? 1 : 0)), "{connection}", "1 while there is a connection, else 0.");
        meter.CreateObservableCounter(
            "systemdesign.redis.failures", () => Failures.Value, "{call}", "Calls for limits and signals that failed or were too slow.");
    }

    public Counter Failures { get; } = new();

    public void Watch(Func<bool> isConnected) => connections.Add(isConnected);
}
