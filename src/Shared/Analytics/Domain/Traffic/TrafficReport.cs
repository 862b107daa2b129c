using SystemDesign.Analytics.Domain.Periods;

namespace SystemDesign.Analytics.Domain.Traffic;

/// <summary>How many requests came, and how long they took.</summary>
/// <param name="From" example="2026-08-01T00:00:00Z">The beginning of the first step.</param>
/// <param name="To" example="2026-08-02T00:00:00Z">The end of the last.</param>
/// <param name="Step">What is counted together.</param>
/// <param name="Points">The steps in which requests came, in order.</param>
/// <param name="Routes">Over the whole time, the most frequent first: 200 at most.</param>
internal sealed record TrafficReport(DateTimeOffset From, DateTimeOffset To, Step Step, IReadOnlyList<TrafficInStep> Points, IReadOnlyList<RouteTraffic> Routes)
{
    /// <summary>How many routes are named.</summary>
    public const int MaximumRoutes = 200;
}

/// <summary>A minute, hour or day in which requests came.</summary>
/// <param name="Start" example="2026-08-01T15:00:00Z">Its beginning, in UTC.</param>
/// <param name="Requests" example="36000">How many.</param>
/// <param name="RequestsPerSecond" example="10">The mean over the step.</param>
/// <param name="ServerErrors" example="0">Those that were answered with 500 to 599.</param>
/// <param name="Milliseconds">How long they took.</param>
internal sealed record TrafficInStep(DateTimeOffset Start, long Requests, double RequestsPerSecond, long ServerErrors, Percentiles Milliseconds);

/// <summary>The requests of one route.</summary>
/// <param name="Route" example="/s/{code}">The template; <c>(none)</c>: those that met no route.</param>
/// <param name="Method" example="GET">One of HTTP's, or <c>_OTHER</c>.</param>
/// <param name="Requests" example="36000">How many.</param>
/// <param name="RequestsPerSecond" example="10">The mean over the whole time.</param>
/// <param name="ByStatus">How many were answered with 1xx, 2xx and so on.</param>
/// <param name="Milliseconds">How long they took.</param>
internal sealed record RouteTraffic(
    string Route, string Method, long Requests, double RequestsPerSecond, IReadOnlyDictionary<string, long> ByStatus, Percentiles Milliseconds);

/// <summary>How long requests took, in milliseconds, off by at most a fifth; nothing if none was measured.</summary>
/// <param name="P50" example="0.4">Half of them took less.</param>
/// <param name="P95" example="1.9">95 of 100 took less.</param>
/// <param name="P99" example="4.2">99 of 100 took less.</param>
internal sealed record Percentiles(double? P50, double? P95, double? P99)
{
    public static Percentiles Of(Durations durations) => new(durations.Percentile(0.5), durations.Percentile(0.95), durations.Percentile(0.99));
}

/// <summary>The requests of one network in a day.</summary>
/// <param name="Network" example="203.0.113.0/24">An address cut to 24 bits, or 48 of IPv6; <c>(other)</c>: those beyond the first 5,000 of a day.</param>
/// <param name="Requests" example="3600">How many.</param>
internal sealed record NetworkTraffic(string Network, long Requests)
{
    /// <summary>Stands for networks beyond the first so many of a day.</summary>
    public const string Others = "(other)";

    /// <summary>How many networks are told apart in a day.</summary>
    public const int MaximumOfDay = 5_000;

    /// <summary>How many are named.</summary>
    public const int MaximumNamed = 100;

    /// <summary>For how many days they are kept: abuse is looked into within days.</summary>
    public const int KeptDays = 14;
}
