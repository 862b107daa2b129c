using System.Net;
using SystemDesign.Tests.Integration.Http.Notes;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Http;

/// <summary>Conditional requests (RFC 9110, section 13) on whatever has a version.</summary>
public sealed class EntityTagTests(NotesApp app) : IClassFixture<NotesApp>
{
    [Theory]
    [InlineData("GET", NotesModule.Path)]
    [InlineData("HEAD", NotesModule.Path)]
    [InlineData("POST", NotesModule.Path)]
    [InlineData("GET", "/api/notes/choice")]
    public async Task What_has_a_version_is_answered_with_its_strong_tag(string method, string path)
    {
        using var client = app.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await client.SendAsync(request);

        Assert.Equal(NotesModule.Tag, response.Headers.ETag?.ToString());
        Assert.DoesNotContain("version", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/api/notes/plain")]
    [InlineData("/api/notes/missing")]
    public async Task What_has_none_is_answered_without(string path)
    {
        using var client = app.Client();

        using var response = await client.GetAsync(path, "If-None-Match", "*");

        Assert.Null(response.Headers.ETag);
        Assert.NotEqual(HttpStatusCode.NotModified, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "\"1\"")]
    [InlineData("HEAD", "\"1\"")]
    [InlineData("GET", "W/\"1\"")]
    [InlineData("GET", "*")]
    [InlineData("GET", "\"0\", \"1\"")]
    [InlineData("GET", "\"0\",W/\"1\",,\"2\"")]
    public async Task Who_has_it_is_told_so_and_sent_nothing(string method, string tags)
    {
        using var client = app.Client();

        using var response = await client.GetAsync(NotesModule.Path, "If-None-Match", tags, method);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal(NotesModule.Tag, response.Headers.ETag?.ToString());
        Assert.Equal("no-cache, private", response.Headers.CacheControl?.ToString());
        Assert.Null(response.Content.Headers.ContentType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("\"0\"")]
    [InlineData("W/\"0\"")]
    [InlineData("1")]
    [InlineData("\"1")]
    [InlineData("*, \"1\"")]
    [InlineData("\"ü\"")]
    [InlineData("")]
    public async Task Who_has_another_or_asks_what_cannot_be_read_is_sent_all(string tags)
    {
        using var client = app.Client();

        using var response = await client.GetAsync(NotesModule.Path, "If-None-Match", tags);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-cache, private", response.Headers.CacheControl?.ToString());
        Assert.Contains("\"text\":\"text\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_that_says_how_long_it_may_be_kept_is_left_at_that()
    {
        using var client = app.Client();

        using var response = await client.GetAsync("/api/notes/public", "If-None-Match", NotesModule.Tag);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal("public, max-age=60", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("GET", "If-Match", "\"0\"")]
    [InlineData("GET", "If-Match", "W/\"1\"")]
    [InlineData("DELETE", "If-Match", "\"0\"")]
    [InlineData("DELETE", "If-Match", "W/\"1\"")]
    [InlineData("DELETE", "If-None-Match", "\"1\"")]
    [InlineData("DELETE", "If-None-Match", "W/\"1\"")]
    [InlineData("DELETE", "If-None-Match", "*")]
    public async Task What_does_not_hold_is_refused(string method, string header, string tags)
    {
        using var client = app.Client();

        using var response = await client.GetAsync(NotesModule.Path, header, tags, method);

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Equal("precondition-failed", (await response.ProblemAsync()).Code);
    }

    [Theory]
    [InlineData("GET", "If-Match", "\"1\"", HttpStatusCode.OK)]
    [InlineData("GET", "If-Match", "*", HttpStatusCode.OK)]
    [InlineData("DELETE", "If-Match", "\"1\"", HttpStatusCode.NoContent)]
    [InlineData("DELETE", "If-Match", "\"0\", \"1\"", HttpStatusCode.NoContent)]
    [InlineData("DELETE", "If-Match", "*", HttpStatusCode.NoContent)]
    [InlineData("DELETE", "If-None-Match", "\"0\"", HttpStatusCode.NoContent)]
    [InlineData("DELETE", "If-Modified-Since", "Sun, 22 Nov 2026 08:00:00 GMT", HttpStatusCode.NoContent)]
    public async Task What_holds_is_done(string method, string header, string tags, HttpStatusCode status)
    {
        using var client = app.Client();

        using var response = await client.GetAsync(NotesModule.Path, header, tags, method);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("If-Match", "1")]
    [InlineData("If-Match", "\"1")]
    [InlineData("If-Match", "*, \"1\"")]
    [InlineData("If-Match", "")]
    [InlineData("If-None-Match", "1")]
    public async Task A_change_under_a_condition_that_cannot_be_read_is_refused_by_the_headers_name(string header, string tags)
    {
        using var client = app.Client();

        using var response = await client.GetAsync(NotesModule.Path, header, tags, "DELETE");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.ProblemAsync();
        Assert.Equal("invalid-input", problem.Code);
        Assert.Equal([header], problem.Errors!.Keys);
    }
}
