using System.Diagnostics;
using System.Globalization;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>A Redis server of a test's own, to be taken away from the application.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = FreePort.Next();
    private Process process;

    private RedisProcess() => process = Launch();

    public string ConnectionString => $"127.0.0.1:{port}";

    public static async Task<RedisProcess> StartAsync()
    {
        var redis = new RedisProcess();
        await redis.ReadyAsync();
        return redis;
    }

    /// <summary>At once, and whatever it kept is gone.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async Task RestartAsync()
    {
        process.Dispose();
        process = Launch();
        await ReadyAsync();
    }

    /// <summary>It keeps its connections and answers nobody.</summary>
    public Task SuspendAsync() => process.SignalAsync("STOP");

    public Task ContinueAsync() => process.SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        folder.Dispose();
    }

    private Process Launch() => Process.Start(new ProcessStartInfo(
        "redis-server",
        ["--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--save", "", "--appendonly", "no", "--dir", folder.FullPath])
    {
        RedirectStandardOutput = true,
    })!;

    /// <summary>It says so on standard output.</summary>
    private async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"redis-server ended with {process.ExitCode}.");
    }
}
