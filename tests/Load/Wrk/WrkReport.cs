using System.Text.Json;
using SystemDesign.Tests.Load.Figures;

namespace SystemDesign.Tests.Load.Wrk;

/// <summary>Reads the line that <see cref="WrkScripts"/> have wrk print at its end; times in microseconds.</summary>
internal static class WrkReport
{
    public static (Throughput Throughput, long Failures) Parse(string output)
    {
        var line = output.Split('\n').LastOrDefault(line => line.StartsWith('{'))
            ?? throw new LoadException($"wrk reports nothing:{Environment.NewLine}{output}");
        var totals = JsonSerializer.Deserialize<Totals>(line, JsonSerializerOptions.Web)!;
        var throughput = new Throughput(
            totals.Requests / TimeSpan.FromMicroseconds(totals.Duration).TotalSeconds,
            TimeSpan.FromMicroseconds(totals.P50),
            TimeSpan.FromMicroseconds(totals.P99));
        return (throughput, totals.Failures);
    }

    private sealed record Totals(long Requests, long Duration, long P50, long P99, long Failures);
}
