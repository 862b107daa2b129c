using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>That unsafe targets are refused, however a link comes by one. Which are, the unit tests say.</summary>
public sealed class TargetTests(OwnHostsApp ours) : IClassFixture<OwnHostsApp>
{
    [Theory]
    [InlineData("ftp://example.org/", "http:// or https://")]
    [InlineData("https://user:password@example.org/", "a user name or a password")]
    [InlineData("https://example.org/\t", "a control character")]
    [InlineData("https://exa%6dple.org/", "neither a host name nor an address")]
    [InlineData("http://0x7f.1/", "a loopback address")]
    [InlineData("http://１０.0.0.1/", "a private address")]
    [InlineData("http://[::ffff:169.254.169.254]/latest/meta-data", "a metadata address")]
    [InlineData("http://metadata.google.internal./", "only inside a network")]
    [InlineData("https://SHO.rt:8443/s/abc", "back to this service")]
    [InlineData("https://go.sho.rt./", "back to this service")]
    public async Task Refuses_an_unsafe_target_with_the_reason_and_changes_nothing(string url, string reason)
    {
        using var client = await ours.App.Anonymous().SignedInAsync();
        using var safe = await client.ShortenAsync("https://example.org/");
        var link = await safe.ReadAsync<LinkBody>();

        using var made = await client.ShortenAsync(url);
        using var edited = await client.EditAsync($"/api/url-shortener/links/{link.Code}", JsonSerializer.Serialize(new { url }));

        foreach (var response in new[] { made, edited })
        {
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            var problem = await response.ProblemAsync();
            Assert.Equal("invalid-input", problem.Code);
            Assert.Equal(["url"], problem.Errors!.Keys);
            Assert.Contains(reason, Assert.Single(problem.Errors["url"]), StringComparison.Ordinal);
        }

        using var list = await client.GetAsync("/api/url-shortener/links");
        Assert.Equal([link], (await list.ReadAsync<PageBody<LinkBody>>()).Items);
    }

    [Fact]
    public async Task A_host_is_ours_only_if_it_is_listed()
    {
        using var client = await ours.App.Anonymous().SignedInAsync();

        using var response = await client.ShortenAsync("https://www.sho.rt/");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task A_link_that_is_older_than_a_rule_stays_until_its_target_is_edited()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        using var made = await client.ShortenAsync("https://sho.rt/");
        var path = made.Headers.Location!.OriginalString;

        // As after a restart: nothing has asked for the rules of an edit yet.
        app.Services.GetRequiredService<UrlShortenerOptions>().OwnHosts.Add("sho.rt");
        using var untouched = await client.EditAsync(path, "{}");
        using var repeated = await client.EditAsync(path, """{"url":"https://sho.rt/"}""");

        Assert.Equal("https://sho.rt/", (await untouched.ReadAsync<LinkBody>()).Url);
        Assert.Equal(HttpStatusCode.BadRequest, repeated.StatusCode);
    }
}
