using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>
/// One, two and three instances on PostgreSQL and Redis beside one on SQLite (B2-29): the same visitors and authors, spread over
/// them. All share the machine with the servers, so this tells what an instance costs and not what machines add.
/// </summary>
internal sealed class InstancesScenario(ProductServers servers) : IScenario
{
    private static readonly IReadOnlyList<int> Counts = [1, 2, 3];

    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var single = await Deployment.OnFilesAsync(host, cancellationToken);
        await using var one = await Deployment.OnServersAsync(host, servers, Counts[0], cancellationToken);
        await using var two = await Deployment.OnServersAsync(host, servers, Counts[1], cancellationToken);
        await using var three = await Deployment.OnServersAsync(host, servers, Counts[2], cancellationToken);
        IReadOnlyList<Deployment> all = [single, one, two, three];

        var users = new List<(Deployment Deployment, User User, string Link)>();
        foreach (var deployment in all)
        {
            var user = await User.RegisterAsync(deployment.Client, cancellationToken);
            await user.LogInAsync(cancellationToken);
            users.Add((deployment, user, await user.ShortenAsync(cancellationToken)));
        }

        var redirects = await LoadRounds.RunAsync(length, [.. users.Select(Visit)]);
        var creations = await LoadRounds.RunAsync(length, [.. users.Select(Create)]);
        return [.. Compare("redirects/s", redirects), .. Compare("creations/s", creations)];

        Func<TimeSpan, Task<Throughput>> Visit((Deployment Deployment, User User, string Link) user) =>
            time => Crowd.VisitAsync(user.Deployment.Instances, user.Link, time, cancellationToken);

        Func<TimeSpan, Task<Throughput>> Create((Deployment Deployment, User User, string Link) user) =>
            async time => await Crowd.CreateAsync(user.Deployment.Instances, await user.User.LogInAsync(cancellationToken), time, cancellationToken);
    }

    private static IEnumerable<Row> Compare(string measure, IReadOnlyList<IReadOnlyList<Throughput>> rounds) =>
        Counts.Select((count, place) => InstanceRows.Of(measure, count, Throughput.Rates(rounds[0]), Throughput.Rates(rounds[place + 1])));
}
