using System.Net;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Links that may be followed so often, and not once more.</summary>
[Trait("Mission", "A1")]
[Trait("Notes", "US-4")]
public sealed class VisitLimitTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Of_50_who_follow_it_at_once_as_many_are_led_on_as_may_be(int maxVisits)
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/", maxVisits });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RedirectTests.FollowAsync(client, code)));

        Assert.Equal(maxVisits, outcomes.Count(outcome => outcome.Status is HttpStatusCode.Found));
        Assert.Equal(50 - maxVisits, outcomes.Count(outcome => outcome == (HttpStatusCode.Gone, "url-shortener.link-used-up")));
    }

    [DistributedFact]
    public async Task On_two_instances_at_once_it_is_one_limit()
    {
        await using var data = MigratedData.Copy();
        await using var one = new App(new AppSetup { Data = data });
        await using var other = new App(new AppSetup { Data = data });
        using var client = await one.Anonymous().SignedInAsync();
        using var visitor = other.Anonymous();
        var code = await client.MadeAsync(new { url = "https://example.org/", maxVisits = 5 });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => RedirectTests.FollowAsync(number % 2 == 0 ? client : visitor, code)));

        Assert.Equal(5, outcomes.Count(outcome => outcome.Status is HttpStatusCode.Found));
    }

    [Fact]
    public async Task Who_only_looks_uses_none_up_and_sees_nothing_when_they_are_used_up()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/", maxVisits = 1 });
        var looks = new[] { ("HEAD", "X-None", "-"), ("GET", "Sec-Purpose", "prefetch"), ("GET", "User-Agent", "Slackbot-LinkExpanding 1.0") };

        foreach (var (method, header, value) in looks)
        {
            await client.FollowAsync(code, method, (header, value));
        }

        Assert.Equal(HttpStatusCode.Found, (await RedirectTests.FollowAsync(client, code)).Status);
        foreach (var (method, header, value) in looks)
        {
            using var late = await client.GetAsync($"/s/{code}", header, value, method);
            Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        }
    }

    [Fact]
    public async Task Is_asked_of_the_database_each_time_and_never_remembered()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/", maxVisits = 3, redirect = 301 });
        await app.DrainAsync();
        var queries = app.Queries.With(code);

        using var first = await client.GetAsync($"/s/{code}");
        using var look = await client.GetAsync($"/s/{code}", "X-None", "-", "HEAD");

        Assert.Equal((HttpStatusCode.MovedPermanently, HttpStatusCode.MovedPermanently), (first.StatusCode, look.StatusCode));
        Assert.Equal("no-store", first.Headers.CacheControl?.ToString());
        Assert.Equal(queries + 2, app.Queries.With(code));
    }

    [Fact]
    public async Task To_raise_it_while_50_follow_gives_nobody_a_visit_twice()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/", maxVisits = 5 });

        var visits = Enumerable.Range(0, 50).Select(_ => RedirectTests.FollowAsync(client, code)).ToList();
        using var raised = await client.EditLinkAsync(code, """{"maxVisits":10}""");
        var early = await Task.WhenAll(visits);
        var late = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RedirectTests.FollowAsync(client, code)));

        Assert.Equal(HttpStatusCode.OK, raised.StatusCode);
        Assert.Equal(10, early.Concat(late).Count(outcome => outcome.Status is HttpStatusCode.Found));
    }

    [Fact]
    public async Task Is_lifted_and_set_anew_by_its_owner()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/", maxVisits = 1 });
        await client.FollowAsync(code);
        var used = await RedirectTests.FollowAsync(client, code);
        using var lifted = await client.EditLinkAsync(code, """{"maxVisits":null}""");
        await client.FollowAsync(code);
        using var lowered = await client.EditLinkAsync(code, """{"maxVisits":1}""");
        var below = await RedirectTests.FollowAsync(client, code);

        Assert.Equal(("url-shortener.link-used-up", "url-shortener.link-used-up"), (used.Problem, below.Problem));
        Assert.Equal(1, (await client.WholeAsync(code)).MaxVisits);
    }
}
