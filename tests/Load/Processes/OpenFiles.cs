using System.Globalization;

namespace SystemDesign.Tests.Load.Processes;

/// <summary>How many files, and so sockets, a process may have open. The runtime raises it to what the system allows.</summary>
internal static class OpenFiles
{
    private const string Key = "Max open files";

    /// <exception cref="LoadException">So many are not allowed.</exception>
    public static void Require(int count)
    {
        var line = File.ReadLines("/proc/self/limits").First(line => line.StartsWith(Key, StringComparison.Ordinal));
        var limit = line[Key.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        if (int.TryParse(limit, CultureInfo.InvariantCulture, out var most) && most < count)
        {
            throw new LoadException($"{count} files have to be open at once, and {most} may: raise it (ulimit -n {count}).");
        }
    }
}
