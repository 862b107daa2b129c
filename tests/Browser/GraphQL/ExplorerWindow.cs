using Microsoft.Playwright;
using SystemDesign.Tests.Browser.Support;

namespace SystemDesign.Tests.Browser.GraphQL;

/// <summary>The page, open in a window. When the window is closed, nothing may have gone wrong in it.</summary>
internal sealed class ExplorerWindow : IAsyncDisposable
{
    private readonly Faults faults;

    private ExplorerWindow(IPage page, Faults faults)
    {
        Page = page;
        this.faults = faults;
    }

    public IPage Page { get; }

    public ILocator Query => Page.GetByRole(AriaRole.Textbox, new() { Name = "Query", Exact = true });

    public ILocator Variables => Page.GetByRole(AriaRole.Textbox, new() { Name = "Variables", Exact = true });

    public ILocator Operation => Page.GetByLabel("Operation");

    public ILocator Token => Page.GetByLabel("Bearer token");

    public ILocator Result => Page.GetByRole(AriaRole.Group, new() { Name = "Answer", Exact = true });

    public ILocator Status => Page.Locator("#status");

    public ILocator Errors => Page.GetByRole(AriaRole.List, new() { Name = "Errors" });

    public ILocator Schema => Page.Locator("#browser");

    public ILocator Completions => Page.GetByRole(AriaRole.Listbox, new() { Name = "Fields" });

    public static async Task<ExplorerWindow> OpenAsync(Chromium chromium, LibraryServer server, string? address = null, BrowserNewContextOptions? options = null)
    {
        var context = await chromium.OpenAsync(options ?? new());
        var page = await context.NewPageAsync();
        var window = new ExplorerWindow(page, Faults.Of(page, server.Origin));
        await page.GotoAsync(address ?? server.Page);
        return window;
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Type(string name) => Schema.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Writes a query, and variables with it, and runs it.</summary>
    public async Task RunAsync(string query, string variables = "")
    {
        await Query.FillAsync(query);
        await Variables.FillAsync(variables);
        await Button("Run").ClickAsync();
    }

    /// <summary>By itself a context would stay open until the browser ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        Assert.Equal(string.Empty, string.Join(Environment.NewLine, faults.Seen));
    }
}
