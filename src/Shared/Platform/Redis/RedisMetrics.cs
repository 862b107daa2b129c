using System.Diagnostics.Metrics;
using SystemDesign.Platform.Caching.Figures;

namespace SystemDesign.Platform.Redis;

/// <summary>How Redis is doing, as this instance sees it.</summary>
internal sealed class RedisMetrics
{
    public const string MeterName = "SystemDesign.Redis";

    public RedisMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "systemdesign.redis.connected", () => IsConnected() ? 1 : 0, "{connection}", "1 while there is a connection, else 0.");
        meter.CreateObservableCounter(
            "systemdesign.redis.failures", () => Failures.Value, "{call}", "Calls for limits and signals that failed or were too slow.");
    }

    public Counter Failures { get; } = new();

    /// <summary>Set by whoever connects.</summary>
    public Func<bool> IsConnected { get; set; } = () => false;
}
