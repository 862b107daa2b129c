using System.Net;
using System.Net.Http.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>How somebody with many links finds one again.</summary>
[Trait("Mission", "A1")]
public sealed class SearchTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("?search=LAUNCH", "by-code-launch", "by-url", "by-tag")]
    [InlineData("?search=2026%2Flaunch", "by-url")]
    [InlineData("?search=nowhere")]
    [InlineData("?search=%25")]
    [InlineData("?search=_y-")]
    [InlineData("?tag=Product%20Launch", "by-tag")]
    [InlineData("?tag=%20product%20launch%20", "by-tag")]
    [InlineData("?tag=product")]
    [InlineData("?tag=ELÄIN&search=tag", "by-tag")]
    [InlineData("?search=&tag=", "by-code-launch", "by-url", "by-tag")]
    public async Task Finds_what_contains_the_text_in_code_address_or_tag_and_what_bears_the_tag(string query, params string[] expected)
    {
        await using var own = new App();
        using var client = await own.Anonymous().SignedInAsync();
        using var other = await own.Anonymous().SignedInAsync();
        await other.MadeAsync(new { url = "https://example.org/2026/launch", alias = "theirs", tags = new[] { "product launch" } });
        await client.MadeAsync(new { url = "https://example.org/", alias = "by-code-launch" });
        await client.MadeAsync(new { url = "https://example.org/2026/Launch?q=1", alias = "by-url" });
        await client.MadeAsync(new { url = "https://example.org/", alias = "by-tag", tags = new[] { " Product Launch ", "eläin", "product launch" } });

        var page = await client.GetFromJsonAsync<PageBody<LinkBody>>($"{LinkSteps.Links}{query}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), page!.Items.Select(link => link.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tags_are_shown_in_lower_case_once_each_and_replaced_as_a_whole()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/", tags = new[] { "B", " a ", "b" } });
        var made = await client.WholeAsync(code);
        using var edited = await client.EditLinkAsync(code, """{"tags":["c","a"]}""");
        var replaced = await client.WholeAsync(code);
        var underOld = await client.GetFromJsonAsync<PageBody<LinkBody>>($"{LinkSteps.Links}?tag=b");
        var underNew = await client.GetFromJsonAsync<PageBody<LinkBody>>($"{LinkSteps.Links}?tag=c");
        using var cleared = await client.EditLinkAsync(code, """{"tags":null}""");

        Assert.Equal(["b", "a"], made.Tags);
        Assert.Equal(["c", "a"], replaced.Tags);
        Assert.Equal((0, 1), (underOld!.Items.Length, underNew!.Items.Length));
        Assert.Empty((await client.WholeAsync(code)).Tags);
    }

    [Fact]
    public async Task A_page_of_a_search_goes_on_in_the_same_search_and_in_no_other()
    {
        await using var own = new App();
        using var client = await own.Anonymous().SignedInAsync();
        for (var number = 0; number < 5; number++)
        {
            own.Clock.Advance(TimeSpan.FromSeconds(1));
            await client.MadeAsync(new { url = $"https://example.org/{number}", tags = new[] { number % 2 == 0 ? "even" : "odd" } });
        }

        var first = await client.GetFromJsonAsync<PageBody<LinkBody>>($"{LinkSteps.Links}?tag=even&limit=2");
        var second = await client.GetFromJsonAsync<PageBody<LinkBody>>($"{LinkSteps.Links}?tag=even&limit=2&cursor={first!.Next}");
        using var stranger = await client.GetAsync($"{LinkSteps.Links}?tag=odd&limit=2&cursor={first.Next}");

        Assert.Equal(["https://example.org/4", "https://example.org/2", "https://example.org/0"], first.Items.Concat(second!.Items).Select(link => link.Url));
        Assert.Null(second.Next);
        Assert.Equal("invalid-cursor", (await stranger.ProblemAsync()).Code);
    }

    [Theory]
    [InlineData("search")]
    [InlineData("tag")]
    public async Task Refuses_what_is_too_long_and_names_it(string parameter)
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.GetAsync($"{LinkSteps.Links}?{parameter}={new string('a', 101)}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([parameter], (await response.ProblemAsync()).Errors!.Keys);
    }

    [Theory]
    [InlineData("?search=%00")]
    [InlineData("?tag=%00")]
    public async Task Refuses_what_no_database_takes(string query)
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.GetAsync($"{LinkSteps.Links}{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
