using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Processes;
using SystemDesign.Tests.Load.Servers;
using SystemDesign.Tests.Load.Wrk;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>Who comes at once, and what they do for as long as the round lasts.</summary>
internal static class Crowd
{
    private const int Visitors = 32;
    private const int Authors = 16;

    public static Task<Throughput> VisitAsync(Server server, string link, TimeSpan length, CancellationToken cancellationToken) =>
        VisitAsync([server], link, length, cancellationToken);

    /// <summary>The same visitors, spread over instances.</summary>
    public static Task<Throughput> VisitAsync(IReadOnlyCollection<Server> instances, string link, TimeSpan length, CancellationToken cancellationToken) =>
        TogetherAsync(instances, server => WrkRun.RunAsync(WrkScripts.Visit, server.AddressOf(link), Visitors / instances.Count, length, cancellationToken));

    public static Task<Throughput> CreateAsync(Server server, string token, TimeSpan length, CancellationToken cancellationToken) =>
        CreateAsync([server], token, length, cancellationToken);

    /// <summary>The same authors, spread over instances.</summary>
    public static Task<Throughput> CreateAsync(IReadOnlyCollection<Server> instances, string token, TimeSpan length, CancellationToken cancellationToken) =>
        TogetherAsync(instances, server => WrkRun.RunAsync(WrkScripts.Create(token), server.AddressOf(User.Links), Authors / instances.Count, length, cancellationToken));

    /// <summary>One after another, so that each is followed again only when all were.</summary>
    public static async Task<Throughput> VisitEachAsync(Server server, IReadOnlyList<string> links, TimeSpan length, CancellationToken cancellationToken)
    {
        using var temporary = new TemporaryFolder();
        var list = Path.Combine(temporary.Sub("links"), "paths");
        await File.WriteAllLinesAsync(list, links, cancellationToken);
        return await WrkRun.RunAsync(WrkScripts.VisitEach(list), server.AddressOf("/"), Visitors, length, cancellationToken);
    }

    public static Task<Throughput> ReadAsync(Server server, string path, string token, TimeSpan length, CancellationToken cancellationToken) =>
        WrkRun.RunAsync(WrkScripts.Read(token), server.AddressOf(path), Authors, length, cancellationToken);

    /// <summary>A body that is the same for all.</summary>
    public static Task<Throughput> PostAsync(Server server, string path, string json, string token, TimeSpan length, CancellationToken cancellationToken) =>
        WrkRun.RunAsync(WrkScripts.Post(token, json), server.AddressOf(path), Visitors, length, cancellationToken);

    /// <summary>One after another, each with a token of their own.</summary>
    public static async Task<Throughput> ReadAsEachAsync(Server server, string path, IReadOnlyList<string> tokens, TimeSpan length, CancellationToken cancellationToken)
    {
        using var temporary = new TemporaryFolder();
        var list = Path.Combine(temporary.Sub("tokens"), "tokens");
        await File.WriteAllLinesAsync(list, tokens, cancellationToken);
        return await WrkRun.RunAsync(WrkScripts.ReadAsEach(path, list), server.AddressOf(path), Visitors, length, cancellationToken);
    }

    private static async Task<Throughput> TogetherAsync(IEnumerable<Server> instances, Func<Server, Task<Throughput>> drive) =>
        Throughput.Together(await Task.WhenAll(instances.Select(drive)));
}
