using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

public sealed class EditTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Answers_the_whole_link_with_a_new_tag_and_visits_follow_at_once()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var (link, path, created) = await ShortenAsync(client);
        using var before = await client.GetAsync($"/s/{link.Code}");

        using var response = await client.EditAsync(path, """{"url":"https://exämple.org/new"}""", created);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(link with { Url = "https://xn--exmple-cua.org/new" }, await response.ReadAsync<LinkBody>());
        Assert.NotEqual(created, TagOf(response));
        using var after = await client.GetAsync($"/s/{link.Code}");
        Assert.Equal(("https://example.org/", "https://xn--exmple-cua.org/new"), (before.Headers.Location?.OriginalString, after.Headers.Location?.OriginalString));
        using var read = await client.GetAsync(path);
        Assert.Equal(TagOf(response), TagOf(read));
        Assert.Equal(await response.Content.ReadAsStringAsync(), await read.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_link_that_was_read_is_not_sent_again_until_it_changes()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var (_, path, created) = await ShortenAsync(client);

        using var unchanged = await client.GetAsync(path, "If-None-Match", created);
        using var edited = await client.EditAsync(path, """{"url":"https://example.org/new"}""");
        using var changed = await client.GetAsync(path, "If-None-Match", created);

        Assert.Equal(
            (HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK),
            (unchanged.StatusCode, edited.StatusCode, changed.StatusCode));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"url":"https://example.org/"}""")]
    public async Task To_change_nothing_is_no_new_version(string patch)
    {
        using var client = await app.Anonymous().SignedInAsync();
        var (link, path, created) = await ShortenAsync(client);

        using var response = await client.EditAsync(path, patch, created);

        Assert.Equal(link, await response.ReadAsync<LinkBody>());
        Assert.Equal(created, TagOf(response));
    }

    [Fact]
    public async Task Refuses_an_edit_of_a_version_that_is_not_the_current_one()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var (_, path, created) = await ShortenAsync(client);
        using var first = await client.EditAsync(path, """{"url":"https://example.org/first"}""", created);

        using var second = await client.EditAsync(path, """{"url":"https://example.org/second"}""", created);
        using var weak = await client.EditAsync(path, """{"url":"https://example.org/second"}""", $"W/{TagOf(first)}");

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed), (second.StatusCode, weak.StatusCode));
        Assert.Equal("precondition-failed", (await second.ProblemAsync()).Code);
        using var read = await client.GetAsync(path);
        Assert.Equal("https://example.org/first", (await read.ReadAsync<LinkBody>()).Url);
    }

    [Fact]
    public async Task Of_50_that_edit_one_version_at_once_one_succeeds()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var (link, path, created) = await ShortenAsync(client);

        var responses = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(number => client.EditAsync(path, $$"""{"url":"https://example.org/{{number}}"}""", created)));

        var winner = await Assert.Single(responses, response => response.StatusCode is HttpStatusCode.OK).ReadAsync<LinkBody>();
        Assert.Equal(49, responses.Count(response => response.StatusCode is HttpStatusCode.PreconditionFailed));
        using var followed = await client.GetAsync($"/s/{link.Code}");
        Assert.Equal(winner.Url, followed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Somebody_elses_link_and_none_are_not_found_whatever_the_condition()
    {
        using var owner = await app.Anonymous().SignedInAsync();
        var (_, path, created) = await ShortenAsync(owner);
        using var other = await app.Anonymous().SignedInAsync();

        foreach (var (address, condition) in new[] { (path, null), (path, created), (path, "\"stale\""), ("/api/url-shortener/links/no%20code", "*"), ("/api/url-shortener/links/none", "*") })
        {
            using var response = await other.EditAsync(address, """{"url":"https://example.org/stolen"}""", condition);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal("url-shortener.link-not-found", (await response.ProblemAsync()).Code);
        }

        using var read = await owner.GetAsync(path, "If-None-Match", created);
        Assert.Equal(HttpStatusCode.NotModified, read.StatusCode);
    }

    [Theory]
    [InlineData("url", """{"url":null}""")]
    [InlineData("url", """{"url":""}""")]
    [InlineData("url", """{"url":"ftp://example.org"}""")]
    [InlineData("code", """{"code":"other"}""")]
    [InlineData("precondition", """{"precondition":{}}""")]
    public async Task Refuses_what_breaks_a_rule_and_names_it(string field, string patch)
    {
        using var client = await app.Anonymous().SignedInAsync();
        var (_, path, _) = await ShortenAsync(client);

        using var response = await client.EditAsync(path, patch);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([field], (await response.ProblemAsync()).Errors!.Keys);
    }

    private static async Task<(LinkBody Link, string Path, string Tag)> ShortenAsync(HttpClient client)
    {
        using var created = await client.ShortenAsync("https://example.org/");
        return (await created.ReadAsync<LinkBody>(), created.Headers.Location!.OriginalString, TagOf(created));
    }

    private static string TagOf(HttpResponseMessage response) => response.Headers.ETag!.ToString();
}
