using System.Diagnostics;
using SystemDesign.Tests.Load.Figures;

namespace SystemDesign.Tests.Load.Scenarios;

/// <summary>How often a lone writer can make a page durable.</summary>
internal static class Disk
{
    private const int PageSize = 4_096;

    public static Throughput Drive(string folder, TimeSpan length)
    {
        var page = new byte[PageSize];
        var times = new List<TimeSpan>();
        using var file = new FileStream(Path.Combine(folder, "pages"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            var before = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            times.Add(Stopwatch.GetElapsedTime(before));
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        times.Sort();
        return new(times.Count / elapsed.TotalSeconds, times[times.Count / 2], times[times.Count * 99 / 100]);
    }
}
