using System.Diagnostics.Metrics;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>How often the instances could not count together.</summary>
internal sealed class RedisWindowsMetrics(IMeterFactory meters)
{
    public const string MeterName = "SystemDesign.RateLimiting";

    private readonly Counter<long> uncounted = meters.Create(MeterName).CreateCounter<long>(
        "systemdesign.rate_limiting.uncounted", "{request}", "Requests that Redis could not count, by limit and whether it is open (counted by the instance alone) or closed (refused).");

    public void CountUncounted(RateLimit limit) =>
        uncounted.Add(1, new("limit", limit.Name), new("outcome", limit.OnOutage is OnOutage.Open ? "alone" : "refused"));
}
