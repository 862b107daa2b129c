using System.Net;
using System.Text.Json;
using SystemDesign.Tests.Integration.Http.Notes;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Http;

/// <summary>What a request for a page is, and what its answer carries, whatever the list.</summary>
public sealed class PageTests(NotesApp app) : IClassFixture<NotesApp>
{
    private const string Path = "/api/notes/list";

    [Theory]
    [InlineData("", "first", "20")]
    [InlineData("?cursor=&limit=", "first", "20")]
    [InlineData("?limit=1", "first", "1")]
    [InlineData("?limit=100&cursor=here", "here", "100")]
    [InlineData("?LIMIT=007", "first", "7")]
    public async Task A_page_is_20_unless_asked_otherwise(string query, string cursor, string limit)
    {
        using var client = app.Client();

        using var response = await client.GetAsync(Path + query);

        Assert.Equal([cursor, limit], (await response.ReadAsync<PageBody<string>>()).Items);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("1e1")]
    [InlineData("%201")]
    [InlineData("٣")]
    [InlineData("99999999999999999999")]
    [InlineData("1&limit=2")]
    public async Task A_limit_that_is_no_number_from_1_to_100_is_refused_and_named(string limit)
    {
        using var client = app.Client();

        using var response = await client.GetAsync($"{Path}?limit={limit}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.ProblemAsync();
        Assert.Equal("invalid-input", problem.Code);
        Assert.Equal(["limit"], problem.Errors!.Keys);
    }

    [Fact]
    public async Task A_page_that_is_answered_again_is_written_once()
    {
        using var client = app.Client();

        var first = await client.GetStringAsync($"{Path}/kept");
        var second = await client.GetStringAsync($"{Path}/kept");

        Assert.Equal("""{"items":[{"written":1}],"next":null}""", first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task The_next_page_is_linked_with_the_rest_of_the_query_as_it_was()
    {
        using var client = app.Client();

        using var response = await client.GetAsync($"{Path}?q=%C3%BC%3E%22%20%26&limit=5&cursor=old&flag");

        Assert.Equal(
            $"<{client.BaseAddress}api/notes/list?q=%C3%BC%3E%22%20%26&limit=5&flag=&cursor=a%20b%26c%3Dd%2F%C3%BC>; rel=\"next\"",
            Assert.Single(response.Headers.GetValues("Link")));
        Assert.Equal("a b&c=d/ü", (await response.ReadAsync<PageBody<string>>()).Next);
    }

    [Fact]
    public async Task The_link_is_to_where_the_client_is()
    {
        using var client = app.Client();

        using var response = await client.GetAsync(Path, "Host", "example.org:8443");

        Assert.StartsWith("<http://example.org:8443/api/notes/list?cursor=", Assert.Single(response.Headers.GetValues("Link")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_page_says_so_and_links_nowhere()
    {
        using var client = app.Client();

        using var response = await client.GetAsync("/api/notes/list/last");

        Assert.Equal("""{"items":[20],"next":null}""", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("Link"));
    }

    [Fact]
    public async Task A_page_has_a_tag_of_its_content()
    {
        using var client = app.Client();
        using var first = await client.GetAsync(Path);
        var tag = first.Headers.ETag!.ToString();

        using var same = await client.GetAsync(Path, "If-None-Match", tag);
        using var other = await client.GetAsync($"{Path}?limit=21", "If-None-Match", tag);

        Assert.Equal("application/json; charset=utf-8", first.Content.Headers.ContentType?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(tag, same.Headers.ETag?.ToString());
        Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.NotEqual(tag, other.Headers.ETag?.ToString());
    }

    [Fact]
    public async Task Swagger_shows_the_parameters_and_the_page()
    {
        using var client = app.Client();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/swagger/notes/swagger.json"));

        var operation = document.RootElement.GetProperty("paths").GetProperty(Path).GetProperty("get");
        var limit = operation.GetProperty("parameters").EnumerateArray().Single(parameter => parameter.GetProperty("name").GetString() == "limit");
        var page = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("StringPage");

        Assert.Contains(operation.GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "cursor");
        Assert.Equal("""{"maximum":100,"minimum":1,"type":"integer","default":20}""", JsonSerializer.Serialize(limit.GetProperty("schema")));
        Assert.Equal(["items", "next"], page.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.NotEmpty(page.GetProperty("properties").GetProperty("next").GetProperty("description").GetString()!);
    }
}
