using System.Collections;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>Several hosts on the same data, none of which outlives its test.</summary>
internal sealed class HostProcesses : IReadOnlyList<HostProcess>, IAsyncDisposable
{
    private readonly List<HostProcess> hosts;

    private HostProcesses(List<HostProcess> hosts) => this.hosts = hosts;

    public int Count => hosts.Count;

    public HostProcess this[int index] => hosts[index];

    /// <summary>At once, and ends when all are ready.</summary>
    public static async Task<HostProcesses> StartAsync(int count, params string[] settings)
    {
        var started = new HostProcesses([.. Enumerable.Range(0, count).Select(_ => HostProcess.Start(settings))]);
        try
        {
            await Task.WhenAll(started.Select(host => host.WaitUntilReadyAsync()));
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public IEnumerator<HostProcess> GetEnumerator() => hosts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }
}
