using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.UrlShortener;

[Trait("Mission", "A1")]
public sealed class DeleteLinkTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Whoever_follows_it_hears_that_it_is_gone_and_its_owner_that_there_is_none()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/", tags = new[] { "some" } });
        await client.FollowAsync(code);

        using var deleted = await client.DeleteLinkAsync(code);
        using var again = await client.DeleteLinkAsync(code);
        using var read = await client.GetAsync($"{LinkSteps.Links}/{code}");
        using var edited = await client.EditLinkAsync(code, """{"url":"https://example.org/new"}""");
        var list = await client.GetStringAsync(LinkSteps.Links);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.All([again, read, edited], response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
        Assert.Equal((HttpStatusCode.Gone, "url-shortener.link-deleted"), await RedirectTests.FollowAsync(client, code));
        Assert.DoesNotContain(code, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_code_is_never_given_again_not_even_to_its_owner()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/", alias = "gone-for-good" });
        using var deleted = await client.DeleteLinkAsync(code);

        using var again = await client.ShortenAsync("https://example.org/another", code);

        Assert.Equal((409, "url-shortener.alias-taken"), ((int)again.StatusCode, (await again.ProblemAsync()).Code));
    }

    [Fact]
    public async Task Nothing_of_it_is_left_but_its_code()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/secret", tags = new[] { "private" } });
        await client.FollowAsync(code, "GET", ("Referer", "https://intranet.example/"));
        await app.FlushAsync();
        using var reported = await client.ReportAsync(code, "It is mine.");
        var document = await DocumentOfAsync(code);

        using var deleted = await client.DeleteLinkAsync(code);

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        var shell = await db.Links.Include(link => link.Tags).AsNoTracking().SingleAsync(link => link.Code == code);
        Assert.Equal((null, null, null), (shell.OwnerId, shell.Document, shell.SearchText));
        Assert.Empty(shell.Tags);
        Assert.False(await db.Reports.AnyAsync(report => report.LinkId == shell.Id));
        Assert.False(await db.Set<VisitsByHour>().AnyAsync(row => row.Code == code) || await db.Set<VisitsByReferrer>().AnyAsync(row => row.Code == code));
        Assert.Null(await app.FindDocumentAsync(document));
    }

    [Fact]
    public async Task Of_50_who_delete_it_at_once_one_did()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/" });

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.DeleteLinkAsync(code)));

        Assert.Single(responses, response => response.StatusCode is HttpStatusCode.NoContent);
        Assert.Equal(49, responses.Count(response => response.StatusCode is HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Others_cannot_and_nobody_who_has_seen_an_older_version()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var other = await app.Anonymous().SignedInAsync();
        using var created = await client.ShortenAsync("https://example.org/");
        var code = (await created.ReadAsync<LinkBody>()).Code;
        using var edited = await client.EditLinkAsync(code, """{"url":"https://example.org/new"}""");

        using var theirs = await other.DeleteLinkAsync(code);
        using var stale = await client.DeleteLinkAsync(code, created.Headers.ETag!.ToString());
        using var current = await client.DeleteLinkAsync(code, edited.Headers.ETag!.ToString());

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent), (theirs.StatusCode, stale.StatusCode, current.StatusCode));
    }

    private async Task<DocumentPlace> DocumentOfAsync(string code)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        return (await db.Links.AsNoTracking().SingleAsync(link => link.Code == code)).Document!.Value;
    }
}
