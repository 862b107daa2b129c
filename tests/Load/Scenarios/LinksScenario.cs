using System.Globalization;
using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>
/// What is asked of the shortener, on few links and on many: one link that everybody follows, links that nobody followed lately,
/// statistics, creations. The links are seeded by the published host itself.
/// </summary>
internal sealed class LinksScenario : IScenario
{
    private const int Few = 10_000;
    private const int Many = 1_000_000;

    /// <summary>So that what the cache keeps has expired: 5 s, and a little.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(6);

    /// <summary>Few links are soon gone round, and then they are kept.</summary>
    private static readonly TimeSpan OnceRound = TimeSpan.FromSeconds(1);

    /// <summary>Of the way past the cache, which the others do not take.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var floor = await Floor.StartAsync(cancellationToken);
        return
        [
            .. await MeasureAsync(host, floor, Few, length, OnceRound, cancellationToken),
            .. await MeasureAsync(host, floor, Many, length, length, cancellationToken),
        ];
    }

    private static async Task<IReadOnlyList<Row>> MeasureAsync(
        PublishedHost host, Server floor, int links, TimeSpan length, TimeSpan uncachedLength, CancellationToken cancellationToken)
    {
        var number = links.ToString("N0", CultureInfo.InvariantCulture);
        await Progress.SayAsync($"  {number} links");
        var folder = host.NewDataFolder();
        await host.SeedAsync(folder, cancellationToken, "users", "--users", "1");
        await host.SeedAsync(folder, cancellationToken, "url-shortener", "--links", links.ToString(CultureInfo.InvariantCulture), "--owners", "100");
        var paths = await LinksOnDisk.FollowedAsync(folder, cancellationToken);
        var visited = await LinksOnDisk.MostVisitedAsync(folder, User.SeededName, cancellationToken);

        await using var ours = await host.StartAsync(folder, cancellationToken);
        var seeded = User.Seeded(ours.Client);
        await Crowd.VisitEachAsync(ours, paths, WarmUp, cancellationToken);
        var cached = await LoadRounds.RunAsync(
            length, time => Crowd.VisitAsync(floor, paths[0], time, cancellationToken), time => Crowd.VisitAsync(ours, paths[0], time, cancellationToken));
        var uncached = await Rounds.RunAsync(
            () => Crowd.VisitAsync(floor, paths[0], uncachedLength, cancellationToken), () => FollowUncachedAsync(ours, paths, uncachedLength, cancellationToken));
        var stats = await LoadRounds.RunAsync(
            length,
            time => Crowd.VisitAsync(floor, paths[0], time, cancellationToken),
            async time => await Crowd.ReadAsync(ours, $"{User.Links}/{visited}/stats?from=2025-12-01&to=2025-12-31", await seeded.LogInAsync(cancellationToken), time, cancellationToken));
        var creations = await LoadRounds.RunAsync(
            length,
            async time => await Crowd.CreateAsync(floor, await seeded.LogInAsync(cancellationToken), time, cancellationToken),
            async time => await Crowd.CreateAsync(ours, await seeded.LogInAsync(cancellationToken), time, cancellationToken));
        return
        [
            .. Throughput.Compare($"{number} links: redirect, cached", cached[0], cached[1]),
            .. Throughput.Compare($"{number} links: redirect, not cached", uncached[0], uncached[1]),
            .. Throughput.Compare($"{number} links: stats", stats[0], stats[1]),
            .. Throughput.Compare($"{number} links: create", creations[0], creations[1]),
        ];
    }

    private static async Task<Throughput> FollowUncachedAsync(Server ours, IReadOnlyList<string> paths, TimeSpan length, CancellationToken cancellationToken)
    {
        await Task.Delay(Forgotten, cancellationToken);
        return await Crowd.VisitEachAsync(ours, paths, length, cancellationToken);
    }
}
