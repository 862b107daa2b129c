using System.Text.RegularExpressions;
using SystemDesign.Tests.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace SystemDesign.Tests.Browser.GraphQL;

[Collection(OneBrowser.Name)]
public sealed partial class RunningTests(Chromium chromium, LibraryServer server)
{
    [ChromiumFact]
    public async Task Runs_a_query_with_variables_and_shows_the_result()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);

        await window.RunAsync("query Book($id: ID!) { book(id: $id) { title genre published } }", """{ "id": "2" }""");

        await Expect(window.Result).ToHaveTextAsync("""{ "data": { "book": { "title": "A Discipline of Programming", "genre": "SCIENCE", "published": 1976 } } }""");
        await Expect(window.Status).ToHaveTextAsync(OkAndTime());
        await Expect(window.Errors).ToBeHiddenAsync();
    }

    [ChromiumFact]
    public async Task Shows_errors_with_their_locations_and_goes_there()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);

        await window.RunAsync("{\n  book(id: \"1\") {\n    titel\n  }\n}");
        await Expect(window.Errors).ToContainTextAsync("Cannot query field \"titel\" on type \"Book\". Did you mean \"title\"?");
        await Expect(window.Status).ToContainTextAsync("400 Bad Request");
        await window.Button("line 3, column 5").ClickAsync();

        await Expect(window.Query).ToBeFocusedAsync();
        Assert.Equal("titel", await window.Page.EvaluateAsync<string>("getSelection().toString()"));
    }

    [ChromiumFact]
    public async Task Shows_the_path_of_a_field_that_failed_beside_what_did_not()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);

        await window.RunAsync("{ books { title lender } }");

        await Expect(window.Errors).ToContainTextAsync("in books.0.lender");
        await Expect(window.Result).ToContainTextAsync("The Art of Computer Programming");
        await Expect(window.Status).ToContainTextAsync("200 OK");
    }

    [ChromiumTheory]
    [InlineData("{ \"id\": ")]
    [InlineData("{ 'id': 1 }")]
    [InlineData("[1]")]
    [InlineData("null")]
    public async Task Variables_that_are_no_object_are_told_and_nothing_is_sent(string variables)
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);
        await Expect(window.Type("Query")).ToBeVisibleAsync();
        var sent = 0;
        window.Page.Request += (_, _) => sent++;

        await window.RunAsync("{ __typename }", variables);

        await Expect(window.Page.Locator("#variables-problem")).Not.ToBeEmptyAsync();
        await Expect(window.Variables).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(window.Variables).ToBeFocusedAsync();
        await Expect(window.Status).ToBeEmptyAsync();
        Assert.Equal(0, sent);
    }

    [ChromiumFact]
    public async Task Runs_the_operation_that_was_chosen()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);
        await Expect(window.Operation).ToBeHiddenAsync();

        await window.Page.GetByLabel("Example").SelectOptionAsync("Read, then donate");
        await Expect(window.Operation.Locator("option")).ToHaveTextAsync(["Titles", "Donate"]);
        await window.Operation.SelectOptionAsync("Donate");
        await window.Button("Run").ClickAsync();

        await Expect(window.Result).ToContainTextAsync("Gödel, Escher, Bach");
    }

    [ChromiumFact]
    public async Task An_answer_that_is_no_JSON_is_shown_as_it_is()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);
        await Expect(window.Type("Query")).ToBeVisibleAsync();
        await window.Page.RouteAsync("**/graphql", route => route.FulfillAsync(new() { Status = 200, ContentType = "text/html", Body = "<b>A page of a proxy</b>" }));

        await window.RunAsync("{ __typename }");

        await Expect(window.Result).ToHaveTextAsync("<b>A page of a proxy</b>");
    }

    [ChromiumFact]
    public async Task That_nobody_answered_is_told()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);
        await Expect(window.Type("Query")).ToBeVisibleAsync();
        await window.Page.RouteAsync("**/graphql", route => route.AbortAsync());

        await window.RunAsync("{ __typename }");
        await Expect(window.Status).ToHaveTextAsync("No answer");
        await window.Button("Reload").ClickAsync();

        await Expect(window.Schema).ToContainTextAsync("The schema was not told: Failed to fetch");
    }

    [ChromiumFact]
    public async Task A_token_opens_what_is_closed_and_is_kept_in_its_tab_alone()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server, server.SignedInPage);
        await Expect(window.Schema).ToContainTextAsync("put an access token above");

        await window.Token.FillAsync($"Bearer {LibraryServer.Token}");
        await window.Token.PressAsync("Tab");
        await Expect(window.Type("Query")).ToBeVisibleAsync();
        await window.RunAsync("{ books(first: 1) { id } }");
        await Expect(window.Result).ToContainTextAsync("\"id\": \"1\"");
        Assert.DoesNotContain(LibraryServer.Token, window.Page.Url, StringComparison.Ordinal);

        await window.Page.ReloadAsync();
        await Expect(window.Token).ToHaveValueAsync(LibraryServer.Token);
        var other = await window.Page.Context.NewPageAsync();
        await other.GotoAsync(server.SignedInPage);
        await Expect(other.GetByLabel("Bearer token")).ToHaveValueAsync(string.Empty);
        Assert.Equal(0, await other.EvaluateAsync<int>("localStorage.length + document.cookie.length"));
    }

    [GeneratedRegex(@"^200 OK\s*[\d.]+ ms$")]
    private static partial Regex OkAndTime();
}
