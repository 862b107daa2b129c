using Microsoft.Playwright;

namespace SystemDesign.Tests.Browser.Support;

/// <summary>The system's Chromium: one process for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Debian's name and others'.</summary>
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Nothing, if tests can or must run.</summary>
    internal static string? SkipReason { get; } =
        Program is null && Environment.GetEnvironmentVariable("TEST_REQUIRE_SERVERS") != "1" ? "chromium is not installed here." : null;

    private static string? Program =>
    (
        from name in Names
        from place in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        let path = Path.Combine(place, name)
        where File.Exists(path)
        select path
    ).FirstOrDefault();

    public async Task InitializeAsync()
    {
        if (SkipReason is not null)
        {
            return;
        }

        // As patient as all else that waits for the page: a machine may be busy.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program ?? throw new InvalidOperationException("Install chromium.") });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A window of its own, which shares nothing with others. It ends with the browser.</summary>
    internal Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options) => browser!.NewContextAsync(options);
}
