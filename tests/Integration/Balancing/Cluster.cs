using System.Runtime.Versioning;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Balancing;

/// <summary>Three processes on one database behind nginx. What else they share, such as Redis, is in <see cref="HostData"/>'s settings.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Cluster : IAsyncDisposable
{
    private readonly HostData data = MigratedData.Copy();
    private readonly Func<int, string[]> further;
    private readonly HostProcess[] instances;
    private Nginx? nginx;

    private Cluster(Func<int, string[]> further)
    {
        this.further = further;
        instances = [.. Enumerable.Range(0, 3).Select(number => HostProcess.Start(Settings(number)))];
    }

    public IReadOnlyList<HostProcess> Instances => instances;

    /// <param name="leftOutFor">See <see cref="Nginx.StartAsync"/>.</param>
    /// <param name="further">Settings of an instance, by its number.</param>
    public static async Task<Cluster> StartAsync(string? leftOutFor = null, Func<int, string[]>? further = null)
    {
        var cluster = new Cluster(further ?? (_ => []));
        try
        {
            await Task.WhenAll(cluster.instances.Select(instance => instance.WaitUntilReadyAsync()));
            cluster.nginx = await Nginx.StartAsync([.. cluster.instances.Select(instance => instance.Address)], leftOutFor);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>A user's client, who knows nginx and nothing behind it.</summary>
    public HttpClient Client(DelegatingHandler? handler = null)
    {
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler?.InnerHandler = sockets;
        return new((HttpMessageHandler?)handler ?? sockets) { BaseAddress = nginx!.Address };
    }

    /// <summary>Starts an instance that has ended, where it was, and comes back when nginx sends it requests again.</summary>
    public async Task RestartAsync(int number)
    {
        var address = instances[number].Address;
        await instances[number].DisposeAsync();
        instances[number] = HostProcess.StartAt(address, Settings(number));
        await instances[number].WaitUntilReadyAsync();

        using var client = Client();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        string answeredBy;
        do
        {
            using var response = await client.GetAsync("/health/live", patience.Token);
            answeredBy = response.AnsweredBy();
        }
        while (answeredBy != address.Authority);
    }

    public async ValueTask DisposeAsync()
    {
        if (nginx is not null)
        {
            await nginx.DisposeAsync();
        }

        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }

        await data.DisposeAsync();
    }

    private string[] Settings(int number) =>
        [.. data.Arguments, "--ForwardedHeaders:KnownProxies:0=127.0.0.1", "--RateLimiting:Enabled=false", .. further(number)];
}
