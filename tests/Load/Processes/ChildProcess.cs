using System.ComponentModel;
using System.Diagnostics;

namespace SystemDesign.Tests.Load.Processes;

/// <summary>A process that we started, and that does not outlive us.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>The host's own limit for a shutdown is 30 s, but nothing here may take it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly OutputTail output = new();

    private ChildProcess(ProcessStartInfo start)
    {
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>The last lines that it wrote.</summary>
    public string Output => output.ToString();

    /// <param name="program">To be found in <c>PATH</c>.</param>
    /// <param name="folder">Where it runs; nothing for ours.</param>
    /// <param name="arguments">Each as it is, no shell between.</param>
    public static ChildProcess Start(string program, string? folder, params IEnumerable<string> arguments)
    {
        var child = new ChildProcess(new(program, arguments)
        {
            WorkingDirectory = folder ?? string.Empty,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        try
        {
            child.process.Start();
        }
        catch (Win32Exception exception)
        {
            child.process.Dispose();
            throw new LoadException($"{program} cannot be started: {exception.Message}.", exception);
        }

        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <returns>What it wrote, once it has ended and ended well.</returns>
    public async Task<string> FinishAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? Output
            : throw new LoadException($"{process.StartInfo.FileName} ended with {process.ExitCode}:{Environment.NewLine}{Output}");
    }

    /// <summary>SIGKILL: nothing of the process's own runs any more.</summary>
    public Task KillAsync(CancellationToken cancellationToken)
    {
        process.Kill(entireProcessTree: true);
        return process.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            process.Dispose();
        }
    }

    /// <summary>Asks it to stop and waits until it has, as whoever deploys does.</summary>
    public async Task StopAsync()
    {
        if (process.HasExited)
        {
            return;
        }

        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await AskToStopAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>.NET can kill a process but not signal one; every shell can.</summary>
    private async Task AskToStopAsync(CancellationToken cancellationToken)
    {
        using var shell = Process.Start("/bin/sh", ["-c", $"kill -TERM {process.Id} 2>/dev/null"]);
        await shell.WaitForExitAsync(cancellationToken);
    }
}
