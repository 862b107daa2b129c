using System.Net;
using System.Net.Http.Json;
using SystemDesign.Tests.Integration.Designs;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Every use case of the shortener once, and what goes on in the background after them.</summary>
internal sealed class UrlShortenerWalk : ICaseWalk
{
    private const string Reports = "/api/url-shortener/operator/reports";

    public string Module => "url-shortener";

    public async Task WalkAsync(App app)
    {
        using var visitor = app.Anonymous();
        using var owner = await app.Anonymous().SignedInAsync();
        Answers(
            [
                await owner.MakeAsync(new { url = "https://example.org/", alias = "walked", tags = new[] { "walk" } }),
                await owner.MakeAsync(new { url = "https://example.org/", alias = "limited", maxVisits = 1 }),
                await owner.MakeAsync(new { url = "https://example.org/", alias = "walked" }),
                await visitor.GetAsync(new Uri($"{LinkSteps.Links}/walked", UriKind.Relative)),
                await owner.GetAsync(new Uri($"{LinkSteps.Links}/walked", UriKind.Relative)),
                await owner.GetAsync(new Uri(LinkSteps.Links, UriKind.Relative)),
                await owner.EditLinkAsync("walked", """{"url":"https://example.org/edited"}"""),
                await visitor.GetAsync(new Uri("/api/url-shortener/capacity?linksPerSecond=1000", UriKind.Relative)),
            ],
            [
                HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Unauthorized,
                HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK,
            ]);
        Answers(
            [
                await visitor.GetAsync(new Uri("/s/walked", UriKind.Relative)),
                await visitor.GetAsync(new Uri("/s/walked", UriKind.Relative)),
                await visitor.GetAsync(new Uri("/s/nowhere", UriKind.Relative)),
                await visitor.GetAsync(new Uri("/s/limited", UriKind.Relative)),
                await visitor.GetAsync(new Uri("/s/limited", UriKind.Relative)),
            ],
            [HttpStatusCode.Found, HttpStatusCode.Found, HttpStatusCode.NotFound, HttpStatusCode.Found, HttpStatusCode.Gone]);
        await app.FlushAsync();
        using var stats = await owner.GetAsync(new Uri($"{LinkSteps.Links}/walked/stats", UriKind.Relative));
        Answers([stats], [HttpStatusCode.OK]);

        await DecideAsync(app, visitor);
        using var deleted = await owner.DeleteLinkAsync("walked");
        using var left = await LeaveAsync(app);
        Answers([deleted, left], [HttpStatusCode.NoContent, HttpStatusCode.NoContent]);
        await app.DrainAsync();
        await app.EraseAsync();
        await app.DrainAsync();
    }

    /// <summary>What an operator does about a report.</summary>
    private static async Task DecideAsync(App app, HttpClient visitor)
    {
        using var operators = await app.OperatorAsync();
        using var reported = await visitor.ReportAsync("walked", "I do not like it.");
        var waiting = (await operators.GetFromJsonAsync<PageBody<WaitingReport>>(Reports))!.Items.Single();
        Answers(
            [
                await operators.DeleteAsync(new Uri($"{Reports}/{waiting.Id}", UriKind.Relative)),
                await operators.BanAsync("walked", "Phishing."),
                await visitor.GetAsync(new Uri("/s/walked", UriKind.Relative)),
                await operators.LiftBanAsync("walked"),
            ],
            [HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.UnavailableForLegalReasons, HttpStatusCode.NoContent]);
    }

    private static async Task<HttpResponseMessage> LeaveAsync(App app)
    {
        using var leaver = app.Anonymous();
        var somebody = await leaver.RegisteredAsync();
        leaver.Bearing((await leaver.TokensAsync(somebody)).AccessToken);
        using var theirs = await leaver.ShortenAsync("https://example.org/");
        return await leaver.LeaveAsync(somebody.Password);
    }

    private static void Answers(IReadOnlyList<HttpResponseMessage> answers, IReadOnlyList<HttpStatusCode> expected) =>
        Assert.Equal(expected, answers.Select(answer => answer.StatusCode));

    private sealed record WaitingReport(Guid Id);
}
