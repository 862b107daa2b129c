using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

public sealed class ShortenTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Shortens_an_address_under_a_code_of_seven()
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.ShortenAsync("https://example.org/a/long/way?to=go");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var link = await response.ReadAsync<LinkBody>();
        Assert.Matches("^[0-9A-Za-z]{7}$", link.Code);
        Assert.Equal(link.Code, link.Id);
        Assert.Equal(new Uri(client.BaseAddress!, $"/s/{link.Code}").ToString(), link.ShortUrl);
        Assert.Equal("https://example.org/a/long/way?to=go", link.Url);
        Assert.Equal(app.Clock.GetUtcNow(), link.CreatedAt, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task The_location_of_a_creation_answers_the_same_link()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var created = await client.ShortenAsync("https://example.org/");

        var read = await client.GetStringAsync(created.Headers.Location);

        Assert.Equal(await created.Content.ReadAsStringAsync(), read);
    }

    [Fact]
    public async Task Takes_an_alias_and_tells_its_case_apart()
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var lower = await client.ShortenAsync("https://example.org/lower", "my-alias_1");
        using var upper = await client.ShortenAsync("https://example.org/upper", "MY-ALIAS_1");

        Assert.Equal("my-alias_1", (await lower.ReadAsync<LinkBody>()).Code);
        Assert.Equal("MY-ALIAS_1", (await upper.ReadAsync<LinkBody>()).Code);
        using var followed = await client.GetAsync("/s/MY-ALIAS_1");
        Assert.Equal("https://example.org/upper", followed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Rejects_an_alias_that_is_taken()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var first = await client.ShortenAsync("https://example.org/first", "taken");

        using var second = await (await app.Anonymous().SignedInAsync()).ShortenAsync("https://example.org/second", "taken");

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var problem = await second.ProblemAsync();
        Assert.Equal("url-shortener.alias-taken", problem.Code);
        Assert.Equal(["alias"], problem.Errors!.Keys);
        using var followed = await client.GetAsync("/s/taken");
        Assert.Equal("https://example.org/first", followed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Of_50_that_want_one_alias_at_once_one_gets_it()
    {
        using var client = await app.Anonymous().SignedInAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => client.ShortenAsync($"https://example.org/{number}", "raced")));

        var winner = await Assert.Single(responses, response => response.StatusCode is HttpStatusCode.Created).ReadAsync<LinkBody>();
        Assert.Equal(49, responses.Count(response => response.StatusCode is HttpStatusCode.Conflict));
        using var followed = await client.GetAsync("/s/raced");
        Assert.Equal(winner.Url, followed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Of_50_at_once_where_one_is_refused_the_others_succeed()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var taken = await client.ShortenAsync("https://example.org/", "in-the-way");

        var responses = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(number => client.ShortenAsync($"https://example.org/{number}", number == 25 ? "in-the-way" : null)));

        Assert.Equal(49, responses.Count(response => response.StatusCode is HttpStatusCode.Created));
        Assert.Equal(HttpStatusCode.Conflict, responses[25].StatusCode);
    }

    [Theory]
    [InlineData("url", "", null)]
    [InlineData("url", "not an address", null)]
    [InlineData("url", "/relative", null)]
    [InlineData("url", "ftp://example.org/", null)]
    [InlineData("url", "javascript:alert(1)", null)]
    [InlineData("alias", "https://example.org/", "ab")]
    [InlineData("alias", "https://example.org/", "a b c")]
    [InlineData("alias", "https://example.org/", "ümlaut")]
    [InlineData("alias", "https://example.org/", "123456789012345678901234567890123")]
    [InlineData("alias", "https://example.org/", "")]
    public async Task Refuses_a_value_that_breaks_a_rule_and_names_the_field(string field, string url, string? alias)
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.ShortenAsync(url, alias);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([field], (await response.ProblemAsync()).Errors!.Keys);
    }

    [Fact]
    public async Task Keeps_an_international_address_in_ascii()
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.ShortenAsync("https://exämple.org/ü?q=ñ#ß");

        var link = await response.ReadAsync<LinkBody>();
        Assert.Equal("https://xn--exmple-cua.org/%C3%BC?q=%C3%B1#%C3%9F", link.Url);
        using var followed = await client.GetAsync($"/s/{link.Code}");
        Assert.Equal(link.Url, followed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Somebody_elses_link_is_not_found()
    {
        using var owner = await app.Anonymous().SignedInAsync();
        using var created = await owner.ShortenAsync("https://example.org/");
        using var other = await app.Anonymous().SignedInAsync();

        using var response = await other.GetAsync(created.Headers.Location);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("url-shortener.link-not-found", (await response.ProblemAsync()).Code);
    }
}
