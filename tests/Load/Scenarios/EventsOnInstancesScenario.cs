using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>Events that wait, through one handler, with one, two and three instances on PostgreSQL beside one on SQLite.</summary>
internal sealed class EventsOnInstancesScenario(ProductServers servers) : IScenario
{
    private const int Waiting = 120_000;

    /// <summary>See <see cref="EventsScenario"/>; each instance has its own code to warm up, so with three a part of it is still cold.</summary>
    private const int WarmUp = 80_000;

    private static readonly IReadOnlyList<int> Counts = [1, 2, 3];

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        var rounds = await Rounds.RunAsync(
            [() => OnFilesAsync(host, cancellationToken), .. Counts.Select(count => (Func<Task<double>>)(() => OnServersAsync(host, count, cancellationToken)))]);
        return [.. Counts.Select((count, place) => InstanceRows.Of("events/s", count, new(rounds[0]), new(rounds[place + 1])))];
    }

    private static async Task<double> OnFilesAsync(PublishedHost host, CancellationToken cancellationToken)
    {
        var folder = host.NewDataFolder();
        await using (await host.StartAsync(folder, cancellationToken))
        {
            // Makes the databases.
        }

        var events = new EventsOnDisk(folder);
        await events.InsertAsync(Waiting, cancellationToken);
        await using var instance = await host.StartAsync(folder, cancellationToken);
        return await RateAsync(events, cancellationToken);
    }

    private async Task<double> OnServersAsync(PublishedHost host, int count, CancellationToken cancellationToken)
    {
        await using var database = await servers.NewDatabaseAsync(cancellationToken);
        await using (await host.StartAsync(database.Settings, cancellationToken))
        {
            // Makes the tables.
        }

        var events = new EventsOnPostgres(database.ConnectionString);
        await events.InsertAsync(Waiting, cancellationToken);
        var instances = await Deployment.StartAsync(host, database, count, cancellationToken);
        try
        {
            return await RateAsync(events, cancellationToken);
        }
        finally
        {
            foreach (var instance in instances)
            {
                await instance.DisposeAsync();
            }
        }
    }

    private static async Task<double> RateAsync(IWaitingEvents events, CancellationToken cancellationToken)
    {
        await events.WaitUntilSettledAsync(Waiting, cancellationToken);
        return await events.RateAfterAsync(WarmUp, cancellationToken);
    }
}
