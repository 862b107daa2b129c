using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Http;

/// <summary>Whatever comes in the body, the answer says what is wrong and where, and nothing breaks.</summary>
public sealed class BadInputTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("malformed", "url", "{\"url\":\"https://exa")]
    [InlineData("malformed at the end", "body", "{\"url\":\"https://example.org\"")]
    [InlineData("no JSON", "body", "url=https://example.org")]
    [InlineData("empty", "body", "")]
    [InlineData("null", "body", "null")]
    [InlineData("an array", "body", "[]")]
    [InlineData("a wrong type", "url", "{\"url\":1}")]
    [InlineData("a nested wrong type", "alias", "{\"url\":\"https://example.org\",\"alias\":{\"a\":1}}")]
    [InlineData("an unknown member", "urll", "{\"urll\":\"https://example.org\"}")]
    [InlineData("a member twice", "url", "{\"url\":\"https://example.org\",\"url\":\"https://example.com\"}")]
    [InlineData("a missing member", "url", "{}")]
    [InlineData("an unpaired surrogate", "url", "{\"url\":\"https://example.org/\\ud800\"}")]
    [InlineData("a NUL", "url", "{\"url\":\"https://example.org/\\u0000\"}")]
    [InlineData("too deep", "url", "{\"url\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}")]
    public async Task Refuses_and_names_the_field(string what, string field, string body)
    {
        using var response = await PostAsync(Encoding.UTF8.GetBytes(body), "application/json");

        Assert.True(response.StatusCode is HttpStatusCode.BadRequest, $"{what}: {response.StatusCode}");
        var problem = await response.ProblemAsync();
        Assert.Equal("invalid-input", problem.Code);
        Assert.Equal([field], problem.Errors!.Keys);
        Assert.DoesNotContain("System.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_bytes_that_are_not_utf_8()
    {
        using var response = await PostAsync([.. "{\"url\":\"https://example.org/"u8, 0xFF, 0xFE, .. "\"}"u8], "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["url"], (await response.ProblemAsync()).Errors!.Keys);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=klingon")]
    [InlineData(null)]
    public async Task Refuses_what_is_not_json_in_utf_8(string? contentType)
    {
        using var response = await PostAsync("{\"url\":\"https://example.org\"}"u8.ToArray(), contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("unsupported-media-type", (await response.ProblemAsync()).Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuses_a_body_that_is_too_large_whether_or_not_it_says_so(bool announced)
    {
        var body = Encoding.UTF8.GetBytes($"{{\"url\":\"https://example.org/{new string('a', 65_536)}\"}}");

        using var response = await PostAsync(body, "application/json", announced);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("body-too-large", (await response.ProblemAsync()).Code);
    }

    [Fact]
    public async Task Takes_a_charset_that_says_utf_8()
    {
        using var response = await PostAsync("{\"url\":\"https://example.org\"}"u8.ToArray(), "application/json; charset=UTF-8");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] body, string? contentType, bool announced = true)
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/url-shortener/links") { Content = content };
        request.Headers.TransferEncodingChunked = !announced;
        return await client.SendAsync(request);
    }
}
