using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.RateLimiting;

[Trait("Notes", "B2-9")]
public sealed class NoLimitTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Switched_off_nothing_is_refused_and_nothing_said()
    {
        using var client = await app.Anonymous().SignedInAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.ShortenAsync("https://example.org/")));

        Assert.All(responses, response =>
        {
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            Assert.False(response.Headers.Contains("RateLimit"));
        });
    }
}
