using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>The host as its own process, as an operator starts it: for what happens at its start and its end.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    public const string AssemblyName = "SystemDesign.Host.dll";

    /// <summary>Only what hangs is given up: on a busy machine a start takes a minute and more, and whoever ends is noticed at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private HostProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public Uri Address { get; }

    /// <summary>The host that was built with these tests.</summary>
    private static string Built { get; } = Path.Combine(AppContext.BaseDirectory, AssemblyName);

    /// <param name="settings">As on a command line: <c>--Data:Path=...</c>.</param>
    public static HostProcess Start(params string[] settings) => StartAt(FreePort.NextAddress(), settings);

    /// <param name="assembly">Another program that was built with these tests, and has the host's health.</param>
    /// <param name="settings">As on a command line.</param>
    public static HostProcess StartProgram(string assembly, params string[] settings) =>
        Start(Path.Combine(AppContext.BaseDirectory, assembly), FreePort.NextAddress(), false, settings);

    /// <param name="folder">The folder that the operator is in.</param>
    /// <param name="settings">As on a command line.</param>
    public static HostProcess StartIn(string folder, params string[] settings) => Start(Built, FreePort.NextAddress(), false, settings, folder);

    public static HostProcess StartAt(Uri address, params string[] settings) => Start(Built, address, false, settings);

    /// <param name="threads">As many as its pool has at most.</param>
    /// <param name="settings">As on a command line.</param>
    public static HostProcess StartWithThreads(int threads, params string[] settings) => Start(Built, FreePort.NextAddress(), false, settings, threads: threads);

    /// <summary>As somebody who may read the program and little else; root may write anywhere.</summary>
    [UnsupportedOSPlatform("windows")]
    public static HostProcess StartUnprivileged(HostFiles files, params string[] settings) => Start(files.Path, FreePort.NextAddress(), true, settings);

    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async Task WaitUntilReadyAsync()
    {
        using var client = Client();
        using var patience = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await tick.WaitForNextTickAsync(patience.Token))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The host ended with {process.ExitCode}: {await errors}");
            }

            try
            {
                using var response = await client.GetAsync("/health/ready", patience.Token);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
    }

    /// <summary>SIGKILL: nothing of the process's own runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>SIGINT, as Ctrl+C sends it.</summary>
    public Task InterruptAsync() => process.SignalAsync("INT");

    /// <summary>SIGTERM, as a service manager or a container's engine sends it.</summary>
    public Task TerminateAsync() => process.SignalAsync("TERM");

    /// <summary>SIGSTOP: as if no processor ever turned to it again.</summary>
    public Task StopAsync() => process.SignalAsync("STOP");

    /// <summary>SIGCONT: it never knew.</summary>
    public Task ContinueAsync() => process.SignalAsync("CONT");

    /// <summary>When it ended, whenever a test comes to see it.</summary>
    public DateTimeOffset EndedAt => process.ExitTime;

    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static HostProcess Start(string assembly, Uri address, bool unprivileged, string[] settings, string? folder = null, int? threads = null)
    {
        string[] command = ["dotnet", assembly, .. settings, "--urls", address.ToString()];
        if (unprivileged && Environment.IsPrivilegedProcess)
        {
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetDirectoryName(assembly),
        };
        start.Environment["HOME"] = Path.GetTempPath();

        // It lives for seconds: see tests/Directory.Build.props.
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (threads is { } most)
        {
            start.Environment["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = most.ToString("x", CultureInfo.InvariantCulture);
        }

        return new(Process.Start(start)!, address);
    }
}
