using System.Diagnostics;
using System.Net;
using SystemDesign.Tests.Load.Processes;

namespace SystemDesign.Tests.Load.Servers;

/// <summary>A server in a process of its own, and a client of it.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    /// <summary>Follows no redirect: where they lead is not ours to load.</summary>
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false };

    private Server(ChildProcess process, Uri address)
    {
        Process = process;
        Client = new(handler) { BaseAddress = address, Timeout = Patience };
    }

    public ChildProcess Process { get; }

    public HttpClient Client { get; }

    /// <summary>From the start of the process to the first answer that says it is ready.</summary>
    public TimeSpan TimeToReady { get; private set; }

    /// <param name="assembly">Run by <c>dotnet</c> in its own folder, as in the container.</param>
    /// <param name="readiness">The path to ask until it answers with <paramref name="ready"/>.</param>
    /// <param name="ready">What a server that is ready answers.</param>
    /// <param name="arguments">After the address.</param>
    /// <param name="cancellationToken">Stops the server too.</param>
    public static async Task<Server> StartAsync(
        string assembly, string readiness, HttpStatusCode ready, string[] arguments, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var started = Stopwatch.GetTimestamp();
        var server = new Server(
            ChildProcess.Start("dotnet", Path.GetDirectoryName(assembly), [assembly, .. arguments, "--urls", address.OriginalString]),
            address);
        try
        {
            await server.WaitAsync(new Uri(readiness, UriKind.Relative), ready, cancellationToken);
            server.TimeToReady = Stopwatch.GetElapsedTime(started);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <c>wrk</c> takes it.</summary>
    public string AddressOf(string path) => new Uri(Client.BaseAddress!, path).AbsoluteUri;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        handler.Dispose();
        await Process.DisposeAsync();
    }

    private async Task WaitAsync(Uri readiness, HttpStatusCode ready, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var look = new PeriodicTimer(BetweenLooks);
        while (!await AnswersAsync(readiness, ready, cancellationToken))
        {
            if (Process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new LoadException($"The server at {Client.BaseAddress} does not become ready:{Environment.NewLine}{Process.Output}");
            }

            await look.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task<bool> AnswersAsync(Uri readiness, HttpStatusCode ready, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.GetAsync(readiness, cancellationToken);
            return answer.StatusCode == ready;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
