using Microsoft.EntityFrameworkCore;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Analytics.Domain.Traffic;

namespace SystemDesign.Analytics.Data;

internal sealed class TrafficRows(AnalyticsDb db) : ITraffic
{
    private const int ServerError = 5;

    public async Task<TrafficReport> ReadAsync(Period period, string? route, CancellationToken cancellationToken)
    {
        var rows = await Within(period).AsNoTracking().Where(row => route == null || row.Route == route).ToListAsync(cancellationToken);
        var seconds = period.Step.Length().TotalSeconds;
        return new(
            period.From,
            period.To,
            period.Step,
            [
                .. rows.GroupBy(row => row.Start).OrderBy(step => step.Key).Select(step => new TrafficInStep(
                    step.Key,
                    step.Sum(row => row.Requests),
                    Rate(step, seconds),
                    step.Where(row => row.StatusClass == ServerError).Sum(row => row.Requests),
                    PercentilesOf(step))),
            ],
            [
                .. rows.GroupBy(row => (row.Route, row.Method))
                    .OrderByDescending(one => one.Sum(row => row.Requests)).ThenBy(one => one.Key.Route, StringComparer.Ordinal).ThenBy(one => one.Key.Method, StringComparer.Ordinal)
                    .Take(TrafficReport.MaximumRoutes)
                    .Select(one => new RouteTraffic(
                        one.Key.Route,
                        one.Key.Method,
                        one.Sum(row => row.Requests),
                        Rate(one, seconds * period.Count),
                        one.GroupBy(row => row.StatusClass).OrderBy(status => status.Key).ToDictionary(status => $"{status.Key}xx", status => status.Sum(row => row.Requests)),
                        PercentilesOf(one))),
            ]);
    }

    public async Task<IReadOnlyList<(DateTimeOffset Hour, long Requests)>> HoursAsync(Period period, string? route, CancellationToken cancellationToken)
    {
        var hours = await Within(period)
            .GroupBy(row => row.Start)
            .Select(hour => new { Hour = hour.Key, Requests = hour.Sum(row => route == null || row.Route == route ? row.Requests : 0) })
            .OrderBy(hour => hour.Hour)
            .ToListAsync(cancellationToken);
        return [.. hours.Select(hour => (hour.Hour, hour.Requests))];
    }

    public async Task<IReadOnlyList<NetworkTraffic>> NetworksAsync(DateTimeOffset day, CancellationToken cancellationToken) =>
        await db.Set<NetworkRequests>()
            .Where(row => row.Day == day)
            .OrderByDescending(row => row.Requests).ThenBy(row => row.Network)
            .Take(NetworkTraffic.MaximumNamed)
            .Select(row => new NetworkTraffic(row.Network, row.Requests))
            .ToListAsync(cancellationToken);

    private IQueryable<RouteRequests> Within(Period period) =>
        db.Set<RouteRequests>().Where(row => row.Step == period.Step && row.Start >= period.From && row.Start < period.To);

    private static double Rate(IEnumerable<RouteRequests> rows, double seconds) => Math.Round(rows.Sum(row => row.Requests) / seconds, 3);

    private static Percentiles PercentilesOf(IEnumerable<RouteRequests> rows)
    {
        var durations = new Durations();
        foreach (var row in rows)
        {
            durations.Add(Durations.Parse(row.Durations));
        }

        return Percentiles.Of(durations);
    }
}
