using SystemDesign.Tests.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace SystemDesign.Tests.Browser.GraphQL;

[Collection(OneBrowser.Name)]
public sealed class LinkTests(Chromium chromium, LibraryServer server)
{
    private const string Document = "query One { book(id: \"1\") { id } }\nquery Two($id: ID!) { book(id: $id) { title } } # 100 % & + più";

    [ChromiumFact]
    public async Task A_link_restores_what_it_was_made_of()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server, options: new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await window.Query.FillAsync(Document);
        await window.Variables.FillAsync("""{ "id": "2" }""");
        await window.Operation.SelectOptionAsync("Two");

        await window.Button("Copy link").ClickAsync();
        await Expect(window.Button("Copied")).ToBeVisibleAsync();
        var link = await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        await using var other = await ExplorerWindow.OpenAsync(chromium, server, link);

        await Expect(other.Query).ToHaveValueAsync(Document);
        await Expect(other.Variables).ToHaveValueAsync("""{ "id": "2" }""");
        await Expect(other.Operation).ToHaveValueAsync("Two");
        await Expect(other.Status).ToBeEmptyAsync();
    }

    [ChromiumFact]
    public async Task What_was_run_is_in_the_address_and_survives_a_reload()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);

        await window.RunAsync("{ books { id } }");
        await Expect(window.Status).ToContainTextAsync("200 OK");
        await window.Page.ReloadAsync();

        await Expect(window.Query).ToHaveValueAsync("{ books { id } }");
        await Expect(window.Variables).ToHaveValueAsync(string.Empty);
    }

    [ChromiumFact]
    public async Task A_link_that_is_opened_in_the_same_tab_is_read()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);

        await window.Page.GotoAsync($"{server.Page}#query=%7B__typename%7D");

        await Expect(window.Query).ToHaveValueAsync("{__typename}");
    }
}
