using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SystemDesign.Platform;
using SystemDesign.Platform.Documents;
using SystemDesign.Platform.Startup;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Documents.Probe;

/// <summary>A start of the platform with the store and no module, for those that may fail: a test's host hides why.</summary>
internal static class SheetStart
{
    /// <param name="data">What is there before.</param>
    /// <param name="settings">As on a command line: <c>--Documents:...</c>.</param>
    /// <returns>What the process would say on its way out; nothing if it starts.</returns>
    public static async Task<string?> RefusalAsync(HostData data, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder([.. data.Arguments, "--urls=http://127.0.0.1:0", .. settings]);
        builder.Logging.ClearProviders();
        builder.AddPlatform([]).Services.AddDocumentStore<Sheet>(SheetApp.StoreName);
        await using var app = builder.Build();
        var exception = await Record.ExceptionAsync(() => app.StartAsync());
        return exception is null ? null : StartRefusal.Explain(exception) ?? throw exception;
    }
}
