using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

public sealed class FollowTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Leads_to_the_target_and_lets_nobody_remember(string method)
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var created = await client.ShortenAsync("https://example.org/target");
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/s/{(await created.ReadAsync<LinkBody>()).Code}");

        using var response = await app.Anonymous().SendAsync(request);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("https://example.org/target", response.Headers.Location?.OriginalString);
        Assert.Null(response.Headers.CacheControl);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("no")]
    [InlineData("not%20a%20code")]
    [InlineData("nul%00byte")]
    [InlineData("%ff%fe")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("a-code-that-is-longer-than-any-alias-may-be")]
    public async Task A_code_that_leads_nowhere_is_not_found(string code)
    {
        using var client = app.Anonymous();

        using var response = await client.GetAsync($"/s/{code}");

        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, response.StatusCode.ToString());
    }

    [Fact]
    public async Task A_code_that_led_nowhere_leads_somewhere_as_soon_as_it_is_an_alias()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var before = await client.GetAsync("/s/not-yet");
        using var created = await client.ShortenAsync("https://example.org/now", "not-yet");

        using var after = await client.GetAsync("/s/not-yet");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Found), (before.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task Other_methods_are_refused()
    {
        using var client = app.Anonymous();

        using var response = await client.DeleteAsync("/s/anything");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("method-not-allowed", (await response.ProblemAsync()).Code);
    }
}
