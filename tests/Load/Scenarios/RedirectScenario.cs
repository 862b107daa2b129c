using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>Everybody follows one link, which is the way that links are followed.</summary>
internal sealed class RedirectScenario : IScenario
{
    public async Task<IReadOnlyList<Row>> RunAsync(PublishedHost host, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var floor = await Floor.StartAsync(cancellationToken);
        await using var ours = await host.StartAsync(host.NewDataFolder(), cancellationToken);
        var user = await User.RegisterAsync(ours.Client, cancellationToken);
        await user.LogInAsync(cancellationToken);
        var link = await user.ShortenAsync(cancellationToken);
        await RequireSameAnswerAsync(floor, ours, link, cancellationToken);

        var rounds = await LoadRounds.RunAsync(
            length,
            time => Crowd.VisitAsync(floor, link, time, cancellationToken),
            time => Crowd.VisitAsync(ours, link, time, cancellationToken));
        return Throughput.Compare("redirect", rounds[0], rounds[1]);
    }

    private static async Task RequireSameAnswerAsync(Server floor, Server ours, string link, CancellationToken cancellationToken)
    {
        var address = new Uri(link, UriKind.Relative);
        using var expected = await floor.Client.GetAsync(address, cancellationToken);
        using var actual = await ours.Client.GetAsync(address, cancellationToken);
        if (actual.StatusCode != expected.StatusCode || actual.Headers.Location != expected.Headers.Location)
        {
            throw new LoadException($"{link} answers {Show(actual)}, and the floor {Show(expected)}.");
        }
    }

    private static string Show(HttpResponseMessage answer) => $"{(int)answer.StatusCode} to {answer.Headers.Location}";
}
