using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>From the start of the process to the first answer: of the floor at all, of ours that it is ready.</summary>
internal sealed class StartScenario : IScenario
{
    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        // The first start reads the files from disk, the later ones from the system's cache.
        await MeasureAsync(() => Floor.StartAsync(cancellationToken));
        await MeasureAsync(() => host.StartAsync(host.NewDataFolder(), cancellationToken));

        var folder = string.Empty;
        var rounds = await Rounds.RunAsync(
            () => MeasureAsync(() => Floor.StartAsync(cancellationToken)),
            () => MeasureAsync(() => host.StartAsync(folder = host.NewDataFolder(), cancellationToken)),
            () => MeasureAsync(() => host.StartAsync(folder, cancellationToken)));
        return
        [
            new("start: on an empty data folder, ms", new(rounds[0]), new(rounds[1])),
            new("start: on the data folder of an earlier start, ms", new(rounds[0]), new(rounds[2])),
        ];
    }

    private static async Task<double> MeasureAsync(Func<Task<Server>> start)
    {
        await using var server = await start();
        return server.TimeToReady.TotalMilliseconds;
    }
}
