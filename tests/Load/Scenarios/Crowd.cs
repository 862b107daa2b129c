using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Servers;
using SystemDesign.Tests.Load.Wrk;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>Who comes at once, and what they do for as long as the round lasts.</summary>
internal static class Crowd
{
    private const int Visitors = 32;
    private const int Authors = 16;

    public static Task<Throughput> VisitAsync(Server server, string link, TimeSpan length, CancellationToken cancellationToken) =>
        WrkRun.RunAsync(WrkScripts.Visit, server.AddressOf(link), Visitors, length, cancellationToken);

    public static Task<Throughput> CreateAsync(Server server, string token, TimeSpan length, CancellationToken cancellationToken) =>
        WrkRun.RunAsync(WrkScripts.Create(token), server.AddressOf(User.Links), Authors, length, cancellationToken);
}
