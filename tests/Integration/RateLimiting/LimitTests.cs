using System.Net;
using System.Text.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.RateLimiting;

/// <summary>The limits of endpoint groups, as they are shipped: 60 creations a minute per user.</summary>
[Trait("Notes", "B2-9")]
public sealed class LimitTests(LimitedApp limited) : IClassFixture<LimitedApp>
{
    private const string Target = "https://example.org/";

    private ManualClock Clock => limited.App.Clock;

    [Fact]
    public async Task Of_100_creations_at_once_exactly_60_pass_and_the_minute_slides()
    {
        using var client = await limited.From().SignedInAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.ShortenAsync(Target)));
        Assert.Equal(60, responses.Count(response => response.StatusCode is HttpStatusCode.Created));
        Assert.Equal(40, responses.Count(response => response.StatusCode is HttpStatusCode.TooManyRequests));

        Clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, await ShortenAsync(client));
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.Created, await ShortenAsync(client));
    }

    [Fact]
    public async Task Behind_one_address_each_user_has_their_own_and_takes_it_along_to_another()
    {
        var address = LimitedApp.NewAddress();
        using var one = await limited.From(address).SignedInAsync();
        using var other = await limited.From(address).SignedInAsync();
        await UseUpAsync(one);

        Assert.Equal(HttpStatusCode.TooManyRequests, await ShortenAsync(one));
        Assert.Equal(HttpStatusCode.Created, await ShortenAsync(other));

        using var elsewhere = limited.From();
        elsewhere.DefaultRequestHeaders.Authorization = one.DefaultRequestHeaders.Authorization;
        Assert.Equal(HttpStatusCode.TooManyRequests, await ShortenAsync(elsewhere));
    }

    [Fact]
    public async Task Says_on_each_answer_what_the_limit_is_and_what_is_left()
    {
        using var client = await limited.From().SignedInAsync();

        using var first = await client.ShortenAsync(Target);
        AssertLimit(first, "\"url-shortener.create\";q=60;w=60", "\"url-shortener.create\";r=59;t=60");

        Clock.Advance(TimeSpan.FromSeconds(9.5));
        using var invalid = await client.ShortenAsync("not an address");
        Assert.Equal(HttpStatusCode.BadRequest, invalid.StatusCode);
        AssertLimit(invalid, "\"url-shortener.create\";q=60;w=60", "\"url-shortener.create\";r=58;t=51");
    }

    [Fact]
    public async Task A_refusal_names_the_limit_and_who_waits_as_long_as_it_says_succeeds()
    {
        using var client = await limited.From().SignedInAsync();
        for (var request = 0; request < 60; request++)
        {
            Assert.Equal(HttpStatusCode.Created, await ShortenAsync(client));
            Clock.Advance(TimeSpan.FromMilliseconds(130));
        }

        using var refused = await client.ShortenAsync(Target);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var problem = await refused.ProblemAsync();
        Assert.Equal("too-many-requests", problem.Code);
        Assert.Contains("'url-shortener.create' gives you 60 requests", problem.Detail, StringComparison.Ordinal);
        Assert.Contains("RateLimiting:Groups:url-shortener.create:PerMinute", problem.Detail, StringComparison.Ordinal);
        Assert.True(refused.Headers.CacheControl is { NoStore: true });
        var wait = refused.Headers.RetryAfter!.Delta!.Value;
        Assert.InRange(wait, TimeSpan.FromSeconds(52), TimeSpan.FromSeconds(54));
        AssertLimit(refused, "\"url-shortener.create\";q=60;w=60", $"\"url-shortener.create\";r=0;t={wait.TotalSeconds}");

        Clock.Advance(wait - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, await ShortenAsync(client));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Created, await ShortenAsync(client));
    }

    [Fact]
    public async Task Log_ins_count_by_address_whoever_is_signed_in_and_as_often_as_is_configured()
    {
        var address = LimitedApp.NewAddress();
        using var signedIn = await limited.From(address).SignedInAsync();
        for (var guess = 1; guess < LimitedApp.LogInsPerMinute; guess++)
        {
            using var wrong = await signedIn.LogInAsync("nobody", "a wrong password");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            AssertLimit(wrong, "\"users.login\";q=3;w=60", $"\"users.login\";r={LimitedApp.LogInsPerMinute - guess - 1};t=60");
        }

        using var signedOut = limited.From(address);
        using var refused = await signedOut.LogInAsync("nobody", "a wrong password");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("your address 3 requests", (await refused.ProblemAsync()).Detail, StringComparison.Ordinal);
        using var elsewhere = await limited.From().LogInAsync("nobody", "a wrong password");
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
    }

    [Theory]
    [InlineData("2001:db8:ffff:1::1", "2001:db8:ffff:1:abcd::2", HttpStatusCode.TooManyRequests)]
    [InlineData("2001:db8:ffff:2::1", "2001:db8:ffff:3::1", HttpStatusCode.Unauthorized)]
    [InlineData("198.51.100.1", "::ffff:198.51.100.1", HttpStatusCode.TooManyRequests)]
    [InlineData("198.51.100.2", "198.51.100.3", HttpStatusCode.Unauthorized)]
    public async Task Addresses_that_one_party_has_count_as_one(string address, string next, HttpStatusCode expected)
    {
        using var client = limited.From(address);
        for (var guess = 0; guess < LimitedApp.LogInsPerMinute; guess++)
        {
            using var wrong = await client.LogInAsync("nobody", "a wrong password");
        }

        using var response = await limited.From(next).LogInAsync("nobody", "a wrong password");

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Routes_that_say_nothing_share_the_default_and_those_that_do_leave_it_alone()
    {
        using var client = await limited.From().SignedInAsync();
        using var created = await client.ShortenAsync(Target);

        using var account = await client.GetAsync("/api/users/me");
        using var link = await client.GetAsync(created.Headers.Location);

        AssertLimit(account, "\"default\";q=600;w=60", "\"default\";r=599;t=60");
        AssertLimit(link, "\"default\";q=600;w=60", "\"default\";r=598;t=60");
    }

    [Fact]
    public async Task Who_is_not_let_in_is_counted_by_address()
    {
        using var client = limited.From();

        using var anonymous = await client.ShortenAsync(Target);
        using var forged = await client.Bearing("forged").ShortenAsync(Target);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (anonymous.StatusCode, forged.StatusCode));
        AssertLimit(forged, "\"url-shortener.create\";q=60;w=60", "\"url-shortener.create\";r=58;t=60");
    }

    [Theory]
    [InlineData("/s/unknown")]
    [InlineData("/health/live")]
    [InlineData("/swagger/users/swagger.json")]
    public async Task What_is_in_no_group_says_nothing_of_limits(string path)
    {
        using var client = limited.From();

        using var response = await client.GetAsync(path);

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("RateLimit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_documents_say_the_limit_in_words_and_what_the_refusal_carries()
    {
        using var client = limited.From();

        using var document = JsonDocument.Parse(await client.GetStringAsync("/swagger/url-shortener/swagger.json"));
        using var users = JsonDocument.Parse(await client.GetStringAsync("/swagger/users/swagger.json"));

        var paths = document.RootElement.GetProperty("paths");
        var create = paths.GetProperty("/api/url-shortener/links").GetProperty("post");
        Assert.Contains("At most 60 requests of one user in any minute (`url-shortener.create`).", create.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.True(create.GetProperty("responses").GetProperty("201").GetProperty("headers").TryGetProperty("RateLimit", out _));
        var refused = create.GetProperty("responses").GetProperty("429");
        Assert.Contains("too-many-requests", refused.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(["RateLimit", "RateLimit-Policy", "Retry-After"], refused.GetProperty("headers").EnumerateObject().Select(header => header.Name).Order(StringComparer.Ordinal));
        Assert.EndsWith("/ProblemDetails", refused.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString(), StringComparison.Ordinal);
        Assert.False(paths.GetProperty("/s/{code}").GetProperty("get").GetProperty("responses").TryGetProperty("429", out _));

        var logIn = users.RootElement.GetProperty("paths").GetProperty("/api/users/login").GetProperty("post");
        Assert.Contains("At most 3 requests of one address", logIn.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Contains("users.locked-out", logIn.GetProperty("responses").GetProperty("429").GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_frameworks_metrics_call_the_limit_by_its_name()
    {
        using var client = await limited.From().SignedInAsync();
        using var requests = new MetricsOf(limited.App, "aspnetcore.rate_limiting.requests");

        await UseUpAsync(client);
        await ShortenAsync(client);

        Assert.Equal(60, requests.Count(Of("acquired")));
        Assert.Equal(1, requests.Count(Of("global_limiter")));

        Func<IReadOnlyDictionary<string, object?>, bool> Of(string result) => tags =>
            tags.GetValueOrDefault("aspnetcore.rate_limiting.policy") as string == "url-shortener.create"
            && tags.GetValueOrDefault("aspnetcore.rate_limiting.result") as string == result;
    }

    private static void AssertLimit(HttpResponseMessage response, string policy, string current)
    {
        Assert.Equal(policy, Assert.Single(response.Headers.GetValues("RateLimit-Policy")));
        Assert.Equal(current, Assert.Single(response.Headers.GetValues("RateLimit")));
    }

    private static async Task UseUpAsync(HttpClient client) => Assert.All(
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => ShortenAsync(client))),
        status => Assert.Equal(HttpStatusCode.Created, status));

    private static async Task<HttpStatusCode> ShortenAsync(HttpClient client)
    {
        using var response = await client.ShortenAsync(Target);
        return response.StatusCode;
    }
}
