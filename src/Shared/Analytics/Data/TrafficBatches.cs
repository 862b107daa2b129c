using Microsoft.EntityFrameworkCore;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Analytics.Domain.Traffic;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Analytics.Data;

/// <summary>Writes a batch of requests: its counts, and that it was written, all or none.</summary>
internal sealed class TrafficBatches(IDbContextFactory<AnalyticsDb> databases, IWriter<AnalyticsDb> writer, Retention retention, TimeProvider clock)
{
    /// <summary>For how long a batch is known again. It is sent again within seconds of the database's return.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>To be called again, with the same batch, until it succeeds: nobody knows what became of one that failed.</summary>
    public async Task WriteAsync(TrafficBatch batch)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await writer.RunAsync(
            db,
            async cancellationToken =>
            {
                var table = db.Quoted(WrittenBatchMapping.Table);
                var insert = $"INSERT INTO {table} (id, written_at) VALUES ({{0}}, {{1}}) ON CONFLICT DO NOTHING";
                if (await db.Database.ExecuteSqlRawAsync(insert, [batch.Id, clock.Now()], cancellationToken) == 0)
                {
                    // It was on disk, and only the answer had been lost.
                    return;
                }

                await AddRoutesAsync(db, batch, cancellationToken);
                await AddNetworksAsync(db, batch, cancellationToken);
            },
            CancellationToken.None);
    }

    /// <summary>The counts go up first: until the transaction ends, other instances wait there, and find what was measured here when they go on.</summary>
    private async Task AddRoutesAsync(AnalyticsDb db, TrafficBatch batch, CancellationToken cancellationToken)
    {
        var given = (from route in batch.Routes
                     from place in retention.PlacesOf(new(route.Key.Minute, TimeSpan.Zero))
                     group route.Value by (place.Step, place.Start, route.Key.Route, route.Key.Method, route.Key.StatusClass) into tallies
                     orderby tallies.Key.Step, tallies.Key.Start, tallies.Key.Route, tallies.Key.Method, tallies.Key.StatusClass
                     select (tallies.Key, Requests: tallies.Sum(tally => tally.Requests), Durations: Merge(tallies.Select(tally => tally.Durations)))).ToList();
        await Increments.AddAsync(
            db,
            RouteRequestsMapping.Table,
            "step, start, route, method, status_class, requests, durations",
            "(step, start, route, method, status_class) DO UPDATE SET requests = kept.requests + excluded.requests",
            [.. given.Select(row => new object[] { (int)row.Key.Step, row.Key.Start, row.Key.Route, row.Key.Method, row.Key.StatusClass, row.Requests, string.Empty })],
            cancellationToken);

        var starts = given.Select(row => row.Key.Start).Distinct().ToList();
        var kept = await db.Set<RouteRequests>().AsNoTracking()
            .Where(row => (row.Step == Step.Minute || row.Step == Step.Hour || row.Step == Step.Day) && starts.Contains(row.Start))
            .ToDictionaryAsync(
            row => (row.Step, row.Start, row.Route, row.Method, row.StatusClass), row => row.Durations, cancellationToken);
        await Increments.AddAsync(
            db,
            RouteRequestsMapping.Table,
            "step, start, route, method, status_class, requests, durations",
            "(step, start, route, method, status_class) DO UPDATE SET durations = excluded.durations",
            [
                .. given.Select(row => new object[]
                {
                    (int)row.Key.Step, row.Key.Start, row.Key.Route, row.Key.Method, row.Key.StatusClass, 0L,
                    Merge([Durations.Parse(kept[row.Key]), row.Durations]).ToString(),
                }),
            ],
            cancellationToken);
    }

    /// <summary>Beyond so many of a day they are counted together. Instances that find room for a last one at once may go a few beyond.</summary>
    private static async Task AddNetworksAsync(AnalyticsDb db, TrafficBatch batch, CancellationToken cancellationToken)
    {
        var rows = new List<(DateTimeOffset Day, string Name, long Requests)>();
        foreach (var day in batch.Networks.GroupBy(row => new DateTimeOffset(row.Key.Day, TimeSpan.Zero)))
        {
            var known = (await db.Set<NetworkRequests>().Where(row => row.Day == day.Key).Select(row => row.Network).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
            foreach (var (key, requests) in day.OrderByDescending(row => row.Value))
            {
                var name = TrafficBatch.NameOf(key.Network);
                rows.Add((day.Key, known.Contains(name) || (known.Count < NetworkTraffic.MaximumOfDay && known.Add(name)) ? name : NetworkTraffic.Others, requests));
            }
        }

        await Increments.AddAsync(
            db,
            NetworkRequestsMapping.Table,
            "day, network, requests",
            "(day, network) DO UPDATE SET requests = kept.requests + excluded.requests",
            [
                .. rows.GroupBy(row => (row.Day, row.Name)).OrderBy(row => row.Key.Day).ThenBy(row => row.Key.Name, StringComparer.Ordinal)
                    .Select(row => new object[] { row.Key.Day, row.Key.Name, row.Sum(one => one.Requests) }),
            ],
            cancellationToken);
    }

    private static Durations Merge(IEnumerable<Durations> parts)
    {
        var whole = new Durations();
        foreach (var part in parts)
        {
            whole.Add(part);
        }

        return whole;
    }
}
