using System.Globalization;
using SystemDesign.Tests.Load.Figures;
using SystemDesign.Tests.Load.Processes;

namespace SystemDesign.Tests.Load.Wrk;

/// <summary>Drives <c>wrk</c>, which costs the machine less than any client of .NET would.</summary>
internal static class WrkRun
{
    /// <exception cref="LoadException">A request failed: a rate with failures in it is no rate.</exception>
    public static async Task<Throughput> RunAsync(
        string script, string address, int connections, TimeSpan length, CancellationToken cancellationToken)
    {
        using var temporary = new TemporaryFolder();
        var file = Path.Combine(temporary.Sub("wrk"), "script.lua");
        await File.WriteAllTextAsync(file, script, cancellationToken);

        await using var wrk = Start(
            "--threads", "1",
            "--connections", Text(connections),
            "--duration", Text((int)length.TotalSeconds),
            // A stall is to be seen in p99; by default wrk calls whatever takes 2 s an error.
            "--timeout", "30",
            "--script", file,
            address);
        var (throughput, failures) = WrkReport.Parse(await wrk.FinishAsync(cancellationToken));
        return failures == 0
            ? throughput
            : throw new LoadException($"{failures} requests to {address} failed:{Environment.NewLine}{wrk.Output}");
    }

    private static ChildProcess Start(params string[] arguments)
    {
        try
        {
            return ChildProcess.Start("wrk", null, arguments);
        }
        catch (LoadException exception)
        {
            throw new LoadException($"Install wrk, which makes the load (on Debian: apt-get install wrk). {exception.Message}", exception);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
