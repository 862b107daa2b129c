using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>
/// Events through one handler, on SQLite: users who left, whose links the shortener erases. First many that wait, for how
/// many there can be in a second; then one now and then, for how long each is on its way.
/// </summary>
internal sealed class EventsScenario : IScenario
{
    private const int Waiting = 150_000;

    /// <summary>Hot methods are compiled anew after 30 calls, in the background and one after another: it takes ten seconds and more.</summary>
    private const int WarmUp = 90_000;

    private const int Leavers = 40;
    private const int FirstLeavers = 20;

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        var disk = host.NewDataFolder();
        var rounds = await Rounds.RunAsync(
            () => Task.Run(() => Disk.Drive(disk, length).PerSecond, cancellationToken),
            () => MeasureRateAsync(host, cancellationToken));
        var times = await MeasureTimesAsync(host, cancellationToken);
        return
        [
            new("events/s through one handler, beside appends of 4 KiB each with an fsync", new(rounds[0]), new(rounds[1])),
            new("an event now and then, from its telling to its handler, ms, beside one such append", new(rounds[0].Select(rate => 1_000 / rate)), new(times)),
        ];
    }

    private static async Task<double> MeasureRateAsync(PublishedHost host, CancellationToken cancellationToken)
    {
        var folder = host.NewDataFolder();
        await using (await host.StartAsync(folder, cancellationToken))
        {
            // Makes the databases.
        }

        var events = new EventsOnDisk(folder);
        await events.InsertAsync(Waiting, cancellationToken);
        await using var ours = await host.StartAsync(folder, cancellationToken);
        await events.WaitUntilSettledAsync(Waiting, cancellationToken);
        return await events.RateAfterAsync(WarmUp, cancellationToken);
    }

    private static async Task<IReadOnlyList<double>> MeasureTimesAsync(PublishedHost host, CancellationToken cancellationToken)
    {
        var folder = host.NewDataFolder();
        await using var ours = await host.StartAsync(folder, cancellationToken);
        for (var number = 0; number < FirstLeavers + Leavers; number++)
        {
            await User.ComeAndGoAsync(ours.Client, number, cancellationToken);
        }

        var events = new EventsOnDisk(folder);
        await events.WaitUntilSettledAsync(FirstLeavers + Leavers, cancellationToken);
        return [.. (await events.TimesAsync(cancellationToken)).Skip(FirstLeavers)];
    }
}
