using SystemDesign.Analytics.Domain.Traffic;

namespace SystemDesign.Analytics.Data;

/// <summary>Requests that are written together, as often as it takes, and counted once.</summary>
/// <param name="Id">UUIDv7. The same however often it is sent.</param>
/// <param name="Routes">Nobody counts them up any more.</param>
/// <param name="Networks">By the day's beginning, in ticks of UTC.</param>
internal sealed record TrafficBatch(
    Guid Id, IReadOnlyDictionary<TrafficKey, TrafficTally> Routes, IReadOnlyDictionary<(long Day, Network Network), long> Networks)
{
    /// <summary>Stands for networks that there was no room for: no prefix of IPv4 has these bits.</summary>
    public static readonly Network OtherNetworks = new(ulong.MaxValue, false);

    public static string NameOf(Network network) => network == OtherNetworks ? NetworkTraffic.Others : network.ToString();
}
