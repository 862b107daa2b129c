using System.Numerics;

namespace SystemDesign.UrlShortener.Domain.Capacity;

/// <summary>How many visits there are, and how many of them reach the database (US-4).</summary>
internal static class Traffic
{
    public static decimal VisitsPerSecond(decimal linksPerSecond, decimal visitsPerLink) => linksPerSecond * visitsPerLink;

    /// <param name="visitsPerSecond">All of them.</param>
    /// <param name="hitRatio">The part that the cache answers, 0 to 1.</param>
    public static decimal DatabaseReadsPerSecond(decimal visitsPerSecond, decimal hitRatio) => visitsPerSecond * (1 - hitRatio);

    /// <returns>How many instances it takes; at least 1.</returns>
    public static BigInteger InstancesFor(decimal visitsPerSecond, decimal visitsPerSecondPerInstance) =>
        BigInteger.Max(1, new(decimal.Ceiling(visitsPerSecond / visitsPerSecondPerInstance)));
}
