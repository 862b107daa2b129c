using System.Runtime.InteropServices;

namespace SystemDesign.Tests.Load;

/// <summary>A figure says nothing without the machine that it was taken on.</summary>
internal static class Machine
{
    public static string Describe() => string.Join(
        ", ",
        Processor() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        $"{Environment.ProcessorCount} cores",
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        $"temporary files on {new DriveInfo(Path.GetTempPath()).DriveFormat}",
        $"load average before the run {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");

    /// <summary>Not every architecture's kernel names it.</summary>
    private static string? Processor() => File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?
        .Split(':', 2)[1]
        .Trim();
}
