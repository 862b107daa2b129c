namespace SystemDesign.Tests.Integration.Support.Otlp;

/// <summary>
/// A host that tells everything to a collector, at once. It is a process of its own, since in one process all applications
/// share their sources of spans and meters, and each would export what the others do.
/// </summary>
public sealed class ObservedHost : Fixture
{
    private readonly HostData data = MigratedData.Copy();
    private readonly string[] settings;
    private HostProcess process = null!;

    /// <summary>Routing writes a line for each request.</summary>
    public ObservedHost()
        : this(["--Logging:LogLevel:Microsoft.AspNetCore.Routing=Debug"])
    {
    }

    private ObservedHost(string[] settings) => this.settings = settings;

    internal OtlpCollector Collector { get; private set; } = null!;

    internal Uri Address => process.Address;

    internal HttpClient Client() => process.Client();

    /// <param name="settings">As on a command line.</param>
    internal static async Task<ObservedHost> StartAsync(params string[] settings)
    {
        var host = new ObservedHost(settings);
        await host.InitializeAsync();
        return host;
    }

    public override async Task InitializeAsync()
    {
        Collector = await OtlpCollector.StartAsync();
        process = HostProcess.Start([
            .. data.Arguments,
            $"--Telemetry:OtlpEndpoint={Collector.Http}",
            "--OTEL_BSP_SCHEDULE_DELAY=20",
            "--OTEL_BLRP_SCHEDULE_DELAY=20",
            "--OTEL_METRIC_EXPORT_INTERVAL=200",
            .. settings]);
        await process.WaitUntilReadyAsync();
    }

    /// <summary>What it wrote on standard output and standard error until now, which is its last moment.</summary>
    internal async Task<string> EndAsync()
    {
        await process.KillAsync();
        var (_, output, errors) = await process.EndAsync();
        return output + errors;
    }

    public override async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await Collector.DisposeAsync();
        await data.DisposeAsync();
    }
}
