using System.Net;
using SystemDesign.Tests.Load.Processes;

namespace SystemDesign.Tests.Load.Servers;

/// <summary>Ours: a folder with a published host, started as often as wanted.</summary>
internal sealed class PublishedHost(string folder, TemporaryFolder temporary)
{
    /// <summary>A data folder that nobody has used.</summary>
    public string NewDataFolder() => temporary.Sub("data");

    public Task<Server> StartAsync(string dataFolder, CancellationToken cancellationToken) => Server.StartAsync(
        Path.Combine(folder, "SystemDesign.Host.dll"), "/health/ready", HttpStatusCode.OK, ["--Data:Path", dataFolder], cancellationToken);
}
