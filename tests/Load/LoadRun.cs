using System.Diagnostics;
using System.Reflection;
using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Processes;
using SystemDesign.Tests.Load.Scenarios;
using SystemDesign.Tests.Load.Servers;

namespace SystemDesign.Tests.Load;

internal static class LoadRun
{
    private static readonly IReadOnlyDictionary<string, IScenario> Scenarios = new Dictionary<string, IScenario>(StringComparer.Ordinal)
    {
        ["redirect"] = new RedirectScenario(),
        ["create"] = new CreateScenario(),
        ["links"] = new LinksScenario(),
        ["events"] = new EventsScenario(),
        ["rest"] = new RestScenario(),
        ["start"] = new StartScenario(),
    };

    /// <returns>The figures, as Markdown.</returns>
    public static async Task<string> RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        RefuseUnoptimised();
        var chosen = Choose(options.Scenarios);
        var machine = Machine.Describe();

        using var temporary = new TemporaryFolder();
        var app = options.App ?? await HostPublisher.PublishAsync(temporary.Sub("app"), cancellationToken);
        var host = new PublishedHost(app, temporary);

        var rows = new List<Row>();
        foreach (var name in chosen)
        {
            await Progress.SayAsync(name);
            rows.AddRange(await Scenarios[name].RunAsync(host, options.Length, cancellationToken));
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

    private static IReadOnlyCollection<string> Choose(IReadOnlyCollection<string> names) =>
        names.FirstOrDefault(name => !Scenarios.ContainsKey(name)) is { } unknown
            ? throw new LoadException($"There is no scenario {unknown}, only {string.Join(", ", Scenarios.Keys)}.")
            : names.Count == 0 ? [.. Scenarios.Keys] : names;
}
