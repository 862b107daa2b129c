using SystemDesign.Analytics.Domain.Periods;

namespace SystemDesign.Analytics.Domain.Traffic;

/// <summary>The requests that all instances have answered, up to the last minute or so.</summary>
internal interface ITraffic
{
    /// <summary>Sums and percentiles over a period.</summary>
    /// <param name="period">Which minutes, hours or days.</param>
    /// <param name="route">Of one template; nothing: of all.</param>
    /// <param name="cancellationToken">From the request.</param>
    Task<TrafficReport> ReadAsync(Period period, string? route, CancellationToken cancellationToken);

    /// <summary>The hours in which anything was answered, in order, each with how many of these requests there were.</summary>
    /// <param name="period">Of hours.</param>
    /// <param name="route">Of one template; nothing: of all.</param>
    /// <param name="cancellationToken">From the request.</param>
    Task<IReadOnlyList<(DateTimeOffset Hour, long Requests)>> HoursAsync(Period period, string? route, CancellationToken cancellationToken);

    /// <summary>Where the requests of a day came from, the most frequent first.</summary>
    Task<IReadOnlyList<NetworkTraffic>> NetworksAsync(DateTimeOffset day, CancellationToken cancellationToken);
}
