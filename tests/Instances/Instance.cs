using SystemDesign.Platform;
using SystemDesign.Platform.Startup;
using SystemDesign.Tests.Instances.Steps;
using SystemDesign.Tests.Instances.Telling;

namespace SystemDesign.Tests.Instances;

/// <summary>
/// The platform with two small modules, as a process that tests kill, stop and continue: one tells events, and both keep a ledger of
/// those that they were given.
/// </summary>
internal static class Instance
{
    public static async Task Main(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(ApplicationFolder.Options(arguments)).AddPlatform([]);
        builder.Services.AddProbes(builder.Configuration);
        await using var app = builder.Build().UsePlatform();
        app.MapTelling();
        app.MapDispatching();
        await app.RunAsync();
    }
}
