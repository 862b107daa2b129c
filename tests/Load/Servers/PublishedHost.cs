using System.Net;
using SystemDesign.Tests.Load.Processes;

namespace SystemDesign.Tests.Load.Servers;

/// <summary>Ours: a folder with a published host, started as often as wanted.</summary>
internal sealed class PublishedHost(string folder, TemporaryFolder temporary)
{
    /// <summary>
    /// Nothing is switched off, and the limits count as they do for everybody; but all load comes from one address and
    /// one user, who may come more often here than any load generator can.
    /// </summary>
    private static readonly string[] Raised =
    [
        .. new[]
            {
                "Flood", "Groups:default", "Groups:users.register", "Groups:users.login", "Groups:url-shortener.create", "Groups:media.cdn", "Groups:notifications.test",
                "Groups:twitter.post", "Groups:twitter.graphql",
            }
            .Select(limit => $"--RateLimiting:{limit}:PerMinute=1000000000"),
    ];

    /// <summary>A data folder that nobody has used.</summary>
    public string NewDataFolder() => temporary.Sub("data");

    public Task<Server> StartAsync(string dataFolder, CancellationToken cancellationToken) => StartAsync(["--Data:Path", dataFolder], cancellationToken);

    /// <param name="settings">As on a command line.</param>
    /// <param name="cancellationToken">Stops the server too.</param>
    public Task<Server> StartAsync(IReadOnlyList<string> settings, CancellationToken cancellationToken) => Server.StartAsync(
        Path.Combine(folder, "SystemDesign.Host.dll"), "/health/ready", HttpStatusCode.OK, [.. settings, .. Raised], cancellationToken);

    /// <summary>Fills a data folder with the host's own command.</summary>
    public async Task SeedAsync(string dataFolder, CancellationToken cancellationToken, params string[] arguments)
    {
        await using var seed = ChildProcess.Start("dotnet", folder, [Path.Combine(folder, "SystemDesign.Host.dll"), "seed", .. arguments, "--Data:Path", dataFolder]);
        await seed.FinishAsync(cancellationToken);
    }
}
