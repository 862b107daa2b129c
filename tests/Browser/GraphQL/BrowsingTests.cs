using SystemDesign.Tests.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace SystemDesign.Tests.Browser.GraphQL;

[Collection(OneBrowser.Name)]
public sealed class BrowsingTests(Chromium chromium, LibraryServer server)
{
    [ChromiumFact]
    public async Task Goes_from_type_to_type_and_back()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);
        await Expect(window.Button("Back")).ToBeDisabledAsync();

        await window.Type("Query").ClickAsync();
        await Expect(window.Schema).ToContainTextAsync("books(first: Int! = 10How many at most.where: BookFilterLeaves the others out.): [Book!]!");
        await window.Type("Book").First.ClickAsync();
        await Expect(window.Schema.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 3 })).ToHaveTextAsync("Bookobject");
        await Expect(window.Schema).ToContainTextAsync("The year, in the Gregorian calendar.");
        await Expect(window.Schema).ToContainTextAsync("Deprecated: Use \"published\".");
        await window.Type("Genre").ClickAsync();
        await Expect(window.Schema).ToContainTextAsync("Nothing in it is made up.");

        await window.Button("Back").ClickAsync();
        await Expect(window.Schema).ToContainTextAsync("Who wrote it.");
        await window.Button("Back").ClickAsync();
        await window.Button("Back").ClickAsync();
        await Expect(window.Schema).ToContainTextAsync("All types");
        await Expect(window.Button("Back")).ToBeDisabledAsync();
    }

    [ChromiumFact]
    public async Task Tells_what_implements_an_interface_and_what_an_input_takes()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);

        await window.Type("Titled").ClickAsync();
        await Expect(window.Schema).ToContainTextAsync("Implemented by");
        await window.Type("Book").ClickAsync();
        await Expect(window.Schema).ToContainTextAsync("Implements");
        await window.Button("Back").ClickAsync();
        await window.Button("Back").ClickAsync();
        await window.Type("BookFilter").ClickAsync();

        await Expect(window.Schema).ToContainTextAsync("genres: [Genre!]");
    }

    [ChromiumFact]
    public async Task Finds_types_and_fields_and_opens_the_type_at_the_field()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);

        await window.Page.GetByLabel("Search the schema").FillAsync("PUBL");
        await Expect(window.Schema).ToContainTextAsync("1 match");
        await window.Type("Book.published").ClickAsync();

        await Expect(window.Schema.Locator(".found")).ToContainTextAsync("published: Int!");
        await Expect(window.Page.GetByLabel("Search the schema")).ToHaveValueAsync(string.Empty);
    }

    [ChromiumFact]
    public async Task The_keyboard_is_enough()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);
        await Expect(window.Type("Query")).ToBeVisibleAsync();

        await window.Page.GetByLabel("Search the schema").FocusAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Type("Query")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");

        await Expect(window.Type("ID")).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task A_script_in_a_description_an_error_or_a_result_is_text()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);

        await window.Type("Author").ClickAsync();
        await Expect(window.Schema).ToContainTextAsync(Library.Script);
        await window.RunAsync("query Found($text: String) { books(where: { text: $text }) { title } }", """{ "text": "<script>" }""");
        await Expect(window.Result).ToContainTextAsync("<script>window.wasRun = true</script>");
        await window.RunAsync("query Wrong($first: Int!) { books(first: $first) { title } }", """{ "first": "<script>window.wasRun = true</script>" }""");
        await Expect(window.Errors).ToContainTextAsync("<script>window.wasRun = true</script>");
        await window.Page.GetByLabel("Example").SelectOptionAsync("</script>");
        await Expect(window.Query).ToHaveValueAsync(Library.Script);

        Assert.Equal(0, await window.Page.Locator("main img, main script").CountAsync());
        Assert.False(await window.Page.EvaluateAsync<bool>("'wasRun' in window"));
    }
}
