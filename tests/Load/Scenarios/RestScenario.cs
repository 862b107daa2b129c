using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Processes;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>The memory of a process that nobody has asked anything yet, and after a round of visits and one of creations.</summary>
internal sealed class RestScenario : IScenario
{
    private static readonly TimeSpan Idleness = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        var rounds = await Rounds.RunAsync(() => MeasureAsync(host, length, cancellationToken));
        return
        [
            Compare("rest: resident after start and 10 s of idleness, MiB", memory => memory.Idle),
            Compare("rest: resident after load, MiB", memory => memory.Loaded),
        ];

        Row Compare(string measure, Func<Memory, double> value) => new(
            measure,
            new(rounds[0].Select(round => value(round.Floor))),
            new(rounds[0].Select(round => value(round.Ours))));
    }

    private static async Task<(Memory Floor, Memory Ours)> MeasureAsync(
        PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var floor = await Floor.StartAsync(cancellationToken);
        await using var ours = await host.StartAsync(host.NewDataFolder(), cancellationToken);
        await Task.Delay(Idleness, cancellationToken);
        var (idleFloor, idleOurs) = (ResidentMemory.Of(floor.Process), ResidentMemory.Of(ours.Process));

        var user = await User.RegisterAsync(ours.Client, cancellationToken);
        await user.LogInAsync(cancellationToken);
        var link = await user.ShortenAsync(cancellationToken);
        foreach (var server in new[] { floor, ours })
        {
            await Crowd.VisitAsync(server, link, length, cancellationToken);
            await Crowd.CreateAsync(server, await user.LogInAsync(cancellationToken), length, cancellationToken);
        }

        return (new(idleFloor, ResidentMemory.Of(floor.Process)), new(idleOurs, ResidentMemory.Of(ours.Process)));
    }

    private sealed record Memory(double Idle, double Loaded);
}
