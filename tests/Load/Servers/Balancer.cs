using System.Text.RegularExpressions;
using SystemDesign.Tests.Load.Processes;

namespace SystemDesign.Tests.Load.Servers;

/// <summary>nginx before two instances, as docs/nginx.conf has it: only the ports are others, and there is one server less.</summary>
internal sealed partial class Balancer : IAsyncDisposable
{
    private readonly ChildProcess process;

    private Balancer(ChildProcess process, Uri address)
    {
        this.process = process;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public HttpClient Client { get; }

    public static async Task<Balancer> StartAsync(TemporaryFolder temporary, IReadOnlyList<Server> instances, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var folder = temporary.Sub("nginx");
        var file = Path.Combine(folder, "nginx.conf");
        var documented = await File.ReadAllTextAsync(Path.Combine(HostPublisher.SolutionFolder(), "docs", "nginx.conf"), cancellationToken);
        await File.WriteAllTextAsync(file, Configuration(documented, address, instances), cancellationToken);

        // nginx started by root works as somebody else, who must get at what it keeps in its folder.
        var balancer = new Balancer(ChildProcess.Start("nginx", folder, "-e", "stderr", "-p", folder, "-c", file, "-g", $"user {Environment.UserName};"), address);
        try
        {
            await balancer.WaitAsync(cancellationToken);
            return balancer;
        }
        catch
        {
            await balancer.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await process.DisposeAsync();
    }

    private static string Configuration(string documented, Uri address, IReadOnlyList<Server> instances)
    {
        var left = new Queue<Server>(instances);
        var configuration = Upstream().Replace(documented, match => left.TryDequeue(out var instance)
            ? match.Value.Replace(match.Groups["address"].Value, instance.Client.BaseAddress!.Authority, StringComparison.Ordinal)
            : string.Empty);
        return Listen().Replace(configuration, $"listen {address.Authority};", 1);
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await look.WaitForNextTickAsync(cancellationToken))
        {
            if (process.HasExited)
            {
                throw new LoadException($"nginx ended:{Environment.NewLine}{process.Output}");
            }

            try
            {
                using var answer = await Client.GetAsync(new Uri("/health/live", UriKind.Relative), cancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }

    [GeneratedRegex(@"^\s+server (?<address>127\.0\.0\.1:\d+)[^;]*;\n", RegexOptions.Multiline)]
    private static partial Regex Upstream();

    [GeneratedRegex(@"listen \d+;")]
    private static partial Regex Listen();
}
