using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>
/// Signed-in users shorten links, each of which is on disk when it is answered. So there are two floors: the web
/// server, which keeps nothing, and the disk, which a single writer without group commit could not outrun.
/// </summary>
internal sealed class CreateScenario : IScenario
{
    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        var disk = host.NewDataFolder();
        await using var floor = await Floor.StartAsync(cancellationToken);
        await using var ours = await host.StartAsync(host.NewDataFolder(), cancellationToken);
        var user = await User.RegisterAsync(ours.Client, cancellationToken);

        var rounds = await LoadRounds.RunAsync(
            length,
            time => Task.Run(() => Disk.Drive(disk, time), cancellationToken),
            async time => await Crowd.CreateAsync(floor, await user.LogInAsync(cancellationToken), time, cancellationToken),
            async time => await Crowd.CreateAsync(ours, await user.LogInAsync(cancellationToken), time, cancellationToken));
        return
        [
            .. Throughput.Compare("create", rounds[1], rounds[2]),
            new("create: requests/s, beside appends of 4 KiB each with an fsync", Throughput.Rates(rounds[0]), Throughput.Rates(rounds[2])),
        ];
    }
}
