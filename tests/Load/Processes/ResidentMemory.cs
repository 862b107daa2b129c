using System.Globalization;

namespace SystemDesign.Tests.Load.Processes;

internal static class ResidentMemory
{
    private const string Key = "VmRSS:";

    /// <summary>In MiB, as the kernel counts it (proc_pid_status(5)).</summary>
    public static double Of(ChildProcess process)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(Key, StringComparison.Ordinal));
        return double.Parse(line[Key.Length..].Replace("kB", null, StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}
