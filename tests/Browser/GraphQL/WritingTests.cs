using SystemDesign.Tests.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace SystemDesign.Tests.Browser.GraphQL;

[Collection(OneBrowser.Name)]
public sealed class WritingTests(Chromium chromium, LibraryServer server)
{
    [ChromiumFact]
    public async Task The_first_example_is_there_and_others_can_be_chosen()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);

        await Expect(window.Query).ToHaveValueAsync("# One book, by its ID.\nquery Book($id: ID!) {\n  book(id: $id) {\n    title\n    author {\n      name\n    }\n  }\n}");
        await Expect(window.Variables).ToHaveValueAsync("{\n  \"id\": \"1\"\n}");
        await Expect(window.Page.Locator(".query .numbers")).ToHaveTextAsync("1 2 3 4 5 6 7 8 9");
        await window.Page.GetByLabel("Example").SelectOptionAsync("Read, then donate");

        await Expect(window.Variables).ToHaveValueAsync(string.Empty);
    }

    [ChromiumFact]
    public async Task Tab_indents_and_after_escape_it_leaves()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);
        await window.Query.FillAsync("{");

        await window.Query.PressAsync("Enter");
        await window.Query.PressAsync("Tab");
        await Expect(window.Query).ToHaveValueAsync("{\n    ");
        await window.Query.PressAsync("Shift+Tab");
        await Expect(window.Query).ToHaveValueAsync("{\n  ");
        await window.Query.PressAsync("Control+A");
        await window.Query.PressAsync("Tab");
        await Expect(window.Query).ToHaveValueAsync("  {\n    ");
        await window.Query.PressAsync("Control+Z");
        await Expect(window.Query).ToHaveValueAsync("{\n  ");
        await window.Query.PressAsync("Escape");
        await window.Query.PressAsync("Tab");

        await Expect(window.Variables).ToBeFocusedAsync();
    }

    [ChromiumTheory]
    [InlineData("Control+Enter")]
    [InlineData("Meta+Enter")]
    public async Task Runs_by_the_keyboard(string keys)
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);

        await window.Variables.PressAsync(keys);

        await Expect(window.Result).ToContainTextAsync("Donald Knuth");
        await Expect(window.Variables).ToHaveValueAsync("{\n  \"id\": \"1\"\n}");
    }

    [ChromiumTheory]
    [InlineData("{ bo", "book,books", "{ book")]
    [InlineData("{ books { au", "author", "{ books { author")]
    [InlineData("{ all: books(first: 2) @include(if: true) { # Who?\n au", "author", "{ all: books(first: 2) @include(if: true) { # Who?\n author")]
    [InlineData("mutation { do", "donate", "mutation { donate")]
    [InlineData("fragment All on Book { ti", "title", "fragment All on Book { title")]
    [InlineData("{ book(id: 1) { ... on Ti", "Titled", "{ book(id: 1) { ... on Titled")]
    [InlineData("{ book(id: 1) { ... on Titled { ti", "title", "{ book(id: 1) { ... on Titled { title")]
    [InlineData("{ books { title } b", "book,books", "{ books { title } book")]
    public async Task Completes_what_may_be_written_here(string written, string offered, string completed)
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);
        await Expect(window.Type("Query")).ToBeVisibleAsync();
        await window.Query.FillAsync(written);

        await window.Query.PressAsync("Control+Space");
        await Expect(window.Completions.Locator("li > span:first-child")).ToHaveTextAsync(offered.Split(','));
        await window.Query.PressAsync("Tab");

        await Expect(window.Query).ToHaveValueAsync(completed);
        await Expect(window.Completions).ToBeHiddenAsync();
    }

    [ChromiumTheory]
    [InlineData("{ book(i")]
    [InlineData("{ # bo")]
    [InlineData("{ book(id: \"bo")]
    [InlineData("{ ...bo")]
    [InlineData("{ nothing { bo")]
    [InlineData("{ book")]
    public async Task Completes_nothing_where_it_cannot_tell(string written)
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);
        await Expect(window.Type("Query")).ToBeVisibleAsync();
        await window.Query.FillAsync(written);

        await window.Query.PressAsync("Control+Space");

        await Expect(window.Completions).ToBeHiddenAsync();
    }

    [ChromiumFact]
    public async Task What_is_offered_while_one_types_is_chosen_by_arrows_or_let_go()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);
        await Expect(window.Type("Query")).ToBeVisibleAsync();
        await window.Query.FillAsync("{ ");

        await window.Query.PressSequentiallyAsync("b");
        await Expect(window.Completions).ToBeVisibleAsync();
        await window.Query.PressAsync("Escape");
        await Expect(window.Completions).ToBeHiddenAsync();
        await window.Query.PressSequentiallyAsync("o");
        await window.Query.PressAsync("ArrowDown");
        await Expect(window.Completions.GetByRole(Microsoft.Playwright.AriaRole.Option, new() { Selected = true })).ToContainTextAsync("books");
        await window.Query.PressAsync("Enter");

        await Expect(window.Query).ToHaveValueAsync("{ books");
    }
}
