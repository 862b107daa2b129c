using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Idempotency;

/// <summary>The promise of <c>Idempotency-Key</c> as a client sees it, on the first route that takes it.</summary>
public sealed class IdempotentRequestTests(App app) : IClassFixture<App>
{
    private const string Replayed = "Idempotent-Replayed";
    private const string Target = "https://example.org/once";

    [Fact]
    public async Task The_same_request_again_has_no_effect_and_is_answered_to_the_byte_as_the_first_was()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var first = await client.ShortenUnderAsync("again", Target);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        using var second = await client.ShortenUnderAsync("again", Target);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        Assert.False(first.Headers.Contains(Replayed));
        Assert.Equal("true", Assert.Single(second.Headers.GetValues(Replayed)));
        Assert.Equal((1, 1), await app.CountAsync(await client.IdAsync()));
    }

    [Theory]
    [InlineData("quoted", "\"quoted\"", """{"url":"https://example.org/once","alias":null}""")]
    [InlineData("spaced", "spaced", """  { "alias" : null , "url" : "https:\/\/example.org\u002fonce" }  """)]
    [InlineData("left-out", "left-out", """{"url":"https://example.org/once"}""")]
    public async Task The_same_request_written_in_another_way_is_the_same(string firstKey, string secondKey, string body)
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var first = await client.ShortenUnderAsync(firstKey, Target);

        using var second = await SendAsync(client, body, secondKey);

        Assert.Equal(await first.ReadAsync<LinkBody>(), await second.ReadAsync<LinkBody>());
    }

    [Fact]
    public async Task Reached_under_another_name_it_still_gives_the_first_answer()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var first = await client.ShortenUnderAsync("moved", Target);
        client.DefaultRequestHeaders.Host = "elsewhere.example";

        using var second = await client.ShortenUnderAsync("moved", Target);

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_a_key_every_request_counts_and_nothing_is_kept()
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var first = await client.ShortenAsync(Target);
        using var second = await client.ShortenAsync(Target);

        Assert.NotEqual((await first.ReadAsync<LinkBody>()).Code, (await second.ReadAsync<LinkBody>()).Code);
        Assert.Equal((2, 0), await app.CountAsync(await client.IdAsync()));
    }

    [Theory]
    [InlineData("https://example.org/other", null)]
    [InlineData(Target, "an-alias")]
    public async Task A_key_that_came_with_another_body_is_refused(string url, string? alias)
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var first = await client.ShortenUnderAsync("reused", Target);

        using var second = await client.ShortenUnderAsync("reused", url, alias);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        var problem = await second.ProblemAsync();
        Assert.Equal("idempotency-key-reused", problem.Code);
        Assert.Equal(["Idempotency-Key"], problem.Errors!.Keys);
        Assert.False(second.Headers.Contains(Replayed));
        Assert.Equal((1, 1), await app.CountAsync(await client.IdAsync()));
    }

    [Fact]
    public async Task The_key_of_another_user_is_another_key_and_tells_nothing()
    {
        using var one = await app.Anonymous().SignedInAsync();
        using var other = await app.Anonymous().SignedInAsync();

        using var ones = await one.ShortenUnderAsync("shared", Target);
        using var others = await other.ShortenUnderAsync("shared", Target);
        using var withAnotherBody = await (await app.Anonymous().SignedInAsync()).ShortenUnderAsync("shared", "https://example.org/other");

        Assert.NotEqual((await ones.ReadAsync<LinkBody>()).Code, (await others.ReadAsync<LinkBody>()).Code);
        Assert.False(others.Headers.Contains(Replayed));
        Assert.Equal(HttpStatusCode.Created, withAnotherBody.StatusCode);
        Assert.Equal((1, 1), await app.CountAsync(await one.IdAsync()));
        Assert.Equal((1, 1), await app.CountAsync(await other.IdAsync()));
    }

    [Fact]
    public async Task A_key_without_a_user_is_nobodys()
    {
        using var client = app.Anonymous();

        using var response = await client.ShortenUnderAsync("nobody", Target);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_failure_is_not_kept_and_the_same_again_may_succeed()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var inTheWay = await (await app.Anonymous().SignedInAsync()).ShortenAsync("https://example.org/", "for-a-while");
        using var failed = await client.ShortenUnderAsync("retried", Target, "for-a-while");
        Assert.Equal("url-shortener.alias-taken", (await failed.ProblemAsync()).Code);
        Assert.Equal((0, 0), await app.CountAsync(await client.IdAsync()));
        await DeleteLinkAsync("for-a-while");

        using var retried = await client.ShortenUnderAsync("retried", Target, "for-a-while");

        Assert.Equal(HttpStatusCode.Created, retried.StatusCode);
        Assert.False(retried.Headers.Contains(Replayed));
        Assert.Equal((1, 1), await app.CountAsync(await client.IdAsync()));
    }

    [Fact]
    public async Task After_24_hours_and_not_before_a_key_is_free()
    {
        var somebody = await app.Anonymous().RegisteredAsync();
        using var first = await (await SignInAsync(somebody)).ShortenUnderAsync("daily", Target);

        app.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMicroseconds(1));
        using var justBefore = await (await SignInAsync(somebody)).ShortenUnderAsync("daily", Target);
        app.Clock.Advance(TimeSpan.FromMicroseconds(1));
        using var after = await (await SignInAsync(somebody)).ShortenUnderAsync("daily", "https://example.org/another-day");
        using var afterwards = await (await SignInAsync(somebody)).ShortenUnderAsync("daily", "https://example.org/another-day");

        Assert.Equal(first.Headers.Location, justBefore.Headers.Location);
        Assert.NotEqual(first.Headers.Location, after.Headers.Location);
        Assert.Equal((HttpStatusCode.Created, after.Headers.Location), (afterwards.StatusCode, afterwards.Headers.Location));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("\"open")]
    [InlineData("256 characters")]
    public async Task A_malformed_key_is_refused_and_named(string key)
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.ShortenUnderAsync(key == "256 characters" ? new('a', 256) : key, Target);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["Idempotency-Key"], (await response.ProblemAsync()).Errors!.Keys);
        Assert.Equal((0, 0), await app.CountAsync(await client.IdAsync()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("raced-under-a-key")]
    public async Task Of_50_at_once_under_one_key_one_has_an_effect_and_all_have_its_answer(string? alias)
    {
        using var client = await app.Anonymous().SignedInAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.ShortenUnderAsync("raced", Target, alias)));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        Assert.Single(responses.Select(response => response.Headers.Location).Distinct());
        Assert.Single((await Task.WhenAll(responses.Select(response => response.Content.ReadAsStringAsync()))).Distinct());
        Assert.Equal(49, responses.Count(response => response.Headers.Contains(Replayed)));
        Assert.Equal((1, 1), await app.CountAsync(await client.IdAsync()));
    }

    [Fact]
    public async Task Of_50_different_requests_at_once_under_one_key_one_succeeds()
    {
        using var client = await app.Anonymous().SignedInAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => client.ShortenUnderAsync("torn", $"https://example.org/{number}")));

        Assert.Single(responses, response => response.StatusCode is HttpStatusCode.Created);
        Assert.Equal(49, responses.Count(response => response.StatusCode is HttpStatusCode.UnprocessableEntity));
        Assert.Equal((1, 1), await app.CountAsync(await client.IdAsync()));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/url-shortener/links") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    private async Task<HttpClient> SignInAsync(Somebody somebody) =>
        app.Anonymous().Bearing((await app.Anonymous().TokensAsync(somebody)).AccessToken);

    private async Task DeleteLinkAsync(string code)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        db.OnSave(cancellationToken => db.Links.Where(link => link.Code == code).ExecuteDeleteAsync(cancellationToken));
        await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
    }
}
