using System.Net;
using System.Net.Http.Json;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Anybody reports a link, an operator decides.</summary>
[Trait("Mission", "A1")]
public sealed class AbuseTests(App app) : IClassFixture<App>
{
    private const string Queue = "/api/url-shortener/operator/reports";

    [Fact]
    public async Task A_banned_link_leads_nobody_on_from_the_answer_on_and_again_when_the_ban_is_lifted()
    {
        using var owner = await app.Anonymous().SignedInAsync();
        using var operators = await app.OperatorAsync();
        var code = await owner.MadeAsync(new { url = "https://example.org/" });
        await owner.FollowAsync(code);

        using var banned = await operators.BanAsync(code, "  Phishing.  ");
        var during = await RedirectTests.FollowAsync(owner, code);
        var shown = await owner.WholeAsync(code);
        using var lifted = await operators.LiftBanAsync(code);
        var after = await RedirectTests.FollowAsync(owner, code);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (banned.StatusCode, lifted.StatusCode));
        Assert.Equal((HttpStatusCode.UnavailableForLegalReasons, "url-shortener.link-banned"), during);
        Assert.Equal(("Phishing.", null), (shown.BannedFor, (await owner.WholeAsync(code)).BannedFor));
        Assert.Equal(HttpStatusCode.Found, after.Status);
    }

    [Fact]
    [Trait("Notes", "US-4")]
    public async Task That_a_link_is_banned_is_asked_of_the_database_each_time()
    {
        using var owner = await app.Anonymous().SignedInAsync();
        using var operators = await app.OperatorAsync();
        var code = await owner.MadeAsync(new { url = "https://example.org/" });
        using var banned = await operators.BanAsync(code, "Phishing.");
        await app.DrainAsync();
        var queries = app.Queries.With(code);

        await RedirectTests.FollowAsync(owner, code);
        await RedirectTests.FollowAsync(owner, code);

        Assert.Equal(queries + 2, app.Queries.With(code));
    }

    [Fact]
    public async Task An_edit_does_not_lift_a_ban()
    {
        using var owner = await app.Anonymous().SignedInAsync();
        using var operators = await app.OperatorAsync();
        var code = await owner.MadeAsync(new { url = "https://example.org/" });
        using var banned = await operators.BanAsync(code, "Phishing.");

        using var edited = await owner.EditLinkAsync(code, """{"url":"https://example.org/harmless","disabled":false}""");

        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        Assert.Equal(HttpStatusCode.UnavailableForLegalReasons, (await RedirectTests.FollowAsync(owner, code)).Status);
    }

    [Fact]
    public async Task Reports_wait_in_their_order_until_they_are_dismissed_or_the_link_is_banned()
    {
        await using var own = new App();
        using var owner = await own.Anonymous().SignedInAsync();
        using var operators = await own.OperatorAsync();
        var bad = await owner.MadeAsync(new { url = "https://example.org/bad" });
        var fine = await owner.MadeAsync(new { url = "https://example.org/fine" });
        using var visitor = own.Anonymous();
        foreach (var (code, reason) in new[] { (bad, "Asks for my password."), (fine, "I do not like it."), (bad, "It is a trap.") })
        {
            own.Clock.Advance(TimeSpan.FromSeconds(1));
            using var reported = await visitor.ReportAsync(code, reason);
            Assert.Equal(HttpStatusCode.NoContent, reported.StatusCode);
        }

        var waiting = await QueueAsync(operators);
        using var dismissed = await operators.DeleteAsync($"{Queue}/{waiting[1].Id}");
        using var again = await operators.DeleteAsync($"{Queue}/{waiting[1].Id}");
        using var banned = await operators.BanAsync(bad, "Phishing.");

        Assert.Equal(
            [(bad, "https://example.org/bad", "Asks for my password."), (fine, "https://example.org/fine", "I do not like it."), (bad, "https://example.org/bad", "It is a trap.")],
            waiting.Select(report => (report.Code, report.Url, report.Reason)));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (dismissed.StatusCode, again.StatusCode));
        Assert.Empty(await QueueAsync(operators));
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_heard_once_a_link_however_often_and_at_once_they_report()
    {
        await using var own = new App();
        using var client = await own.Anonymous().SignedInAsync();
        using var operators = await own.OperatorAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/" });

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.ReportAsync(code, "Again.")));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.NoContent, response.StatusCode));
        Assert.Single(await QueueAsync(operators));
    }

    [Fact]
    public async Task Nobody_can_fill_the_queue_with_one_link()
    {
        await using var own = new App();
        using var client = await own.Anonymous().SignedInAsync();
        using var operators = await own.OperatorAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/" });
        using var visitor = own.Anonymous();

        for (var number = 0; number < 105; number++)
        {
            using var reported = await visitor.ReportAsync(code, "Once more.");
            Assert.Equal(HttpStatusCode.NoContent, reported.StatusCode);
        }

        Assert.Equal(100, (await QueueAsync(operators)).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task Refuses_a_report_and_a_ban_without_a_reason(string? reason)
    {
        using var owner = await app.Anonymous().SignedInAsync();
        using var operators = await app.OperatorAsync();
        var code = await owner.MadeAsync(new { url = "https://example.org/" });

        using var reported = await owner.ReportAsync(code, reason!);
        using var banned = await operators.BanAsync(code, reason!);

        foreach (var response in new[] { reported, banned })
        {
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(["reason"], (await response.ProblemAsync()).Errors!.Keys);
        }
    }

    [Fact]
    public async Task Only_an_operator_decides_and_only_about_links_that_there_are()
    {
        using var owner = await app.Anonymous().SignedInAsync();
        using var operators = await app.OperatorAsync();
        var code = await owner.MadeAsync(new { url = "https://example.org/" });
        var deleted = await owner.MadeAsync(new { url = "https://example.org/" });
        using var deletion = await owner.DeleteLinkAsync(deleted);

        foreach (var response in new[] { await owner.BanAsync(code, "Mine."), await owner.LiftBanAsync(code), await owner.GetAsync(Queue), await owner.DeleteAsync($"{Queue}/{Guid.CreateVersion7()}") })
        {
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        foreach (var response in new[] { await operators.BanAsync("none", "?"), await operators.BanAsync(deleted, "?"), await operators.LiftBanAsync("no%20code"), await owner.ReportAsync(deleted, "?") })
        {
            Assert.Equal((404, "url-shortener.link-not-found"), ((int)response.StatusCode, (await response.ProblemAsync()).Code));
        }
    }

    private static async Task<ReportBody[]> QueueAsync(HttpClient operators)
    {
        var page = (await operators.GetFromJsonAsync<PageBody<ReportBody>>($"{Queue}?limit=100"))!;
        Assert.Null(page.Next);
        return page.Items;
    }

    private sealed record ReportBody(Guid Id, string Code, string Url, string Reason, DateTimeOffset ReportedAt);
}
