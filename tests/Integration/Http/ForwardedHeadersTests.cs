using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Http;

/// <summary>Who may say where a request comes from.</summary>
public sealed class ForwardedHeadersTests
{
    private static readonly (string, string)[] OneLogIn = [("RateLimiting:Enabled", "true"), ("RateLimiting:Groups:users.login:PerMinute", "1")];

    [Fact]
    public async Task By_default_nobody_is_believed_loopback_included()
    {
        await using var app = new App(OneLogIn);

        await AssertNothingChangesAsync(app);
    }

    [Fact]
    public async Task A_peer_that_is_no_known_proxy_is_not_believed()
    {
        await using var app = new App([.. OneLogIn, ("ForwardedHeaders:KnownProxies:0", "10.0.0.1"), ("ForwardedHeaders:KnownNetworks:0", "10.1.0.0/16")]);

        await AssertNothingChangesAsync(app);
    }

    [Theory]
    [InlineData("ForwardedHeaders:KnownProxies:0", "127.0.0.1")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "::ffff:127.0.0.1")]
    [InlineData("ForwardedHeaders:KnownNetworks:0", "127.0.0.0/8")]
    public async Task A_known_proxy_says_who_the_client_is_and_how_it_reached_us(string setting, string value)
    {
        await using var app = new App([.. OneLogIn, (setting, value)]);

        Assert.True(await CanLogInAsync(app, "203.0.113.1"));
        Assert.False(await CanLogInAsync(app, "203.0.113.1"));
        Assert.True(await CanLogInAsync(app, "203.0.113.2"));

        using var client = await app.Anonymous().SignedInAsync();
        Claim(client, "203.0.113.1", "https", "sho.rt");
        using var created = await client.ShortenAsync("https://example.org/");
        Assert.StartsWith("https://sho.rt/s/", (await created.ReadAsync<LinkBody>()).ShortUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_is_followed_from_its_end_up_to_the_first_that_is_not_known()
    {
        await using var app = new App([.. OneLogIn, ("ForwardedHeaders:KnownProxies:0", "127.0.0.1"), ("ForwardedHeaders:KnownNetworks:0", "10.0.0.0/8")]);

        // Through one proxy, which appended the client's own address to what the client had made up.
        Assert.True(await CanLogInAsync(app, "198.51.100.1, 203.0.113.1"));
        Assert.False(await CanLogInAsync(app, "198.51.100.2, 203.0.113.1"));

        // The same client through two more that are known.
        Assert.False(await CanLogInAsync(app, "198.51.100.3, 203.0.113.1, 10.1.1.1, 10.2.2.2"));
        Assert.False(await CanLogInAsync(app, "not an address, 203.0.113.1, 10.2.2.2"));

        // Nobody came from the addresses that were made up, nor from those of the proxies.
        Assert.True(await CanLogInAsync(app, "198.51.100.1"));
        Assert.True(await CanLogInAsync(app, "198.51.100.4, 10.1.1.1"));

        // What the client says of scheme and host goes no further than its address.
        using var client = await app.Anonymous().SignedInAsync();
        Claim(client, "10.9.9.9, 203.0.113.9", "gopher, https", "evil.example, sho.rt");
        using var created = await client.ShortenAsync("https://example.org/");
        Assert.StartsWith("https://sho.rt/s/", (await created.ReadAsync<LinkBody>()).ShortUrl, StringComparison.Ordinal);
    }

    private static async Task AssertNothingChangesAsync(App app)
    {
        using var client = await app.Anonymous().SignedInAsync();
        Claim(client, "203.0.113.1", "https", "evil.example");

        using var created = await client.ShortenAsync("https://example.org/");
        var link = await created.ReadAsync<LinkBody>();
        Assert.Equal(new Uri(client.BaseAddress!, $"/s/{link.Code}").ToString(), link.ShortUrl);
        Assert.Equal($"/api/url-shortener/links/{link.Code}", created.Headers.Location?.OriginalString);

        // Whoever they claim to be, that one came already.
        Assert.False(await CanLogInAsync(app, "203.0.113.1"));
        Assert.False(await CanLogInAsync(app, "203.0.113.2"));
    }

    private static async Task<bool> CanLogInAsync(App app, string forwardedFor)
    {
        using var client = app.Anonymous();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        using var response = await client.LogInAsync("nobody", "a wrong password");
        Assert.True(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests, response.StatusCode.ToString());
        return response.StatusCode is HttpStatusCode.Unauthorized;
    }

    private static void Claim(HttpClient client, string address, string scheme, string host)
    {
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", host);
    }
}
