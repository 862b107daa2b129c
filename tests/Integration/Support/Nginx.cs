using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>
/// nginx before several instances, as docs/nginx.conf has it: only the ports are others, and each answer says in <see cref="Upstream"/>
/// which instances were asked for it.
/// </summary>
internal sealed partial class Nginx : IAsyncDisposable
{
    /// <summary>The addresses that were asked, in order: <c>127.0.0.1:8081, 127.0.0.1:8082</c>.</summary>
    public const string Upstream = "X-Upstream";

    private readonly TemporaryFolder folder;
    private readonly Process process;
    private readonly Task<string> errors;

    private Nginx(TemporaryFolder folder, Process process, Uri address)
    {
        this.folder = folder;
        this.process = process;
        Address = address;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Nothing where it is not installed. Debian keeps it where only root's shell looks.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Append("/usr/sbin")
        .Select(place => Path.Combine(place, "nginx"))
        .FirstOrDefault(File.Exists);

    public Uri Address { get; }

    /// <param name="instances">As many as the file has.</param>
    /// <param name="leftOutFor">For how long one that does not answer is left out; nothing: as the file has it.</param>
    [UnsupportedOSPlatform("windows")]
    public static async Task<Nginx> StartAsync(IReadOnlyList<Uri> instances, string? leftOutFor = null)
    {
        var address = FreePort.NextAddress();
        var folder = new TemporaryFolder();
        if (Environment.IsPrivilegedProcess)
        {
            // Started by root it works as somebody else, who must get at what it keeps here.
            File.SetUnixFileMode(folder.FullPath, File.GetUnixFileMode(folder.FullPath) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        await File.WriteAllTextAsync(folder.File("nginx.conf"), Configuration(address, instances, leftOutFor));
        var program = Program ?? throw new InvalidOperationException("Install nginx.");
        var start = new ProcessStartInfo(program, ["-e", "stderr", "-p", folder.FullPath, "-c", folder.File("nginx.conf")]) { RedirectStandardError = true };
        var nginx = new Nginx(folder, Process.Start(start)!, address);
        await nginx.WaitUntilItListensAsync();
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Dispose();
    }

    private static string Configuration(Uri address, IReadOnlyList<Uri> instances, string? leftOutFor)
    {
        var left = new Queue<Uri>(instances);
        var configuration = Server().Replace(Document.Read("nginx.conf"), _ => $"server {left.Dequeue().Authority}");
        Assert.Empty(left);
        configuration = Listen().Replace(configuration, $"listen {address.Authority};\n        add_header {Upstream} $upstream_addr always;", 1);
        return leftOutFor is null ? configuration : FailTimeout().Replace(configuration, $"fail_timeout={leftOutFor}");
    }

    private async Task WaitUntilItListensAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await tick.WaitForNextTickAsync(patience.Token))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"nginx ended with {process.ExitCode}: {await errors}");
            }

            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(Address.Host, Address.Port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }
    }

    [GeneratedRegex(@"(?<=^\s+)server 127\.0\.0\.1:\d+", RegexOptions.Multiline)]
    private static partial Regex Server();

    [GeneratedRegex(@"listen \d+;")]
    private static partial Regex Listen();

    [GeneratedRegex(@"fail_timeout=\w+")]
    private static partial Regex FailTimeout();
}
