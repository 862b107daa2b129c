using System.Diagnostics;
using System.Reflection;
using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Processes;
using SystemDesign.Tests.Load.Scenarios;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load;

internal static class LoadRun
{
    private static readonly IReadOnlyDictionary<string, Func<LoadOptions, IScenario>> Scenarios = new Dictionary<string, Func<LoadOptions, IScenario>>(StringComparer.Ordinal)
    {
        ["redirect"] = _ => new RedirectScenario(),
        ["cdn"] = _ => new CdnScenario(),
        ["create"] = _ => new CreateScenario(),
        ["links"] = _ => new LinksScenario(),
        ["events"] = _ => new EventsScenario(),
        ["graphql"] = _ => new GraphScenario(),
        ["feeds"] = _ => new FeedScenario(),
        ["rest"] = _ => new RestScenario(),
        ["start"] = _ => new StartScenario(),
        ["push"] = _ => new PushScenario(),
        ["sockets"] = options => new SocketsScenario(options.Sockets),
        ["upload"] = options => new UploadScenario(options.Mebibytes),
    };

    /// <summary>Those that need servers beside the host, which are named on the command line.</summary>
    private static readonly IReadOnlyDictionary<string, Func<ProductServers, IScenario>> ScenariosOnServers =
        new Dictionary<string, Func<ProductServers, IScenario>>(StringComparer.Ordinal)
        {
            ["instances"] = servers => new InstancesScenario(servers),
            ["events-on-instances"] = servers => new EventsOnInstancesScenario(servers),
            ["failover"] = servers => new FailoverScenario(servers),
        };

    /// <returns>The figures, as Markdown.</returns>
    public static async Task<string> RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        RefuseUnoptimised();
        var chosen = Choose(options);
        var machine = Machine.Describe();

        using var temporary = new TemporaryFolder();
        var app = options.App ?? await HostPublisher.PublishAsync(temporary.Sub("app"), cancellationToken);
        var host = new PublishedHost(app, temporary);

        var rows = new List<Row>();
        foreach (var (name, scenario) in chosen)
        {
            await Progress.SayAsync(name);
            rows.AddRange(await scenario.RunAsync(host, options.Length, cancellationToken));
        }

        return MarkdownTable.Of(machine, options.Length, rows);
    }

    private static void RefuseUnoptimised()
    {
        if (Assembly.GetExecutingAssembly().GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
        {
            throw new LoadException("A floor that is not optimised is none: run with -c Release.");
        }
    }

    private static IReadOnlyList<(string Name, IScenario Scenario)> Choose(LoadOptions options)
    {
        var servers = ProductServers.In(options);
        var names = options.Scenarios.Count > 0 ? options.Scenarios : [.. Scenarios.Keys, .. servers is null ? [] : ScenariosOnServers.Keys];
        return [.. names.Select(name => (name, Find(name, options, servers)))];
    }

    private static IScenario Find(string name, LoadOptions options, ProductServers? servers) =>
        Scenarios.TryGetValue(name, out var scenario) ? scenario(options)
        : !ScenariosOnServers.TryGetValue(name, out var make)
            ? throw new LoadException($"There is no scenario {name}, only {string.Join(", ", Scenarios.Keys.Concat(ScenariosOnServers.Keys))}.")
        : make(servers ?? throw new LoadException($"{name} needs --postgres CONNECTION and --redis SERVER, such as --postgres 'Host=localhost;Username=postgres' --redis localhost:6379."));
}
