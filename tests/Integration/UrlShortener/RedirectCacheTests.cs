using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Caching;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>The way of a visit, which the database need not walk each time.</summary>
[Trait("Notes", "US-4")]
public sealed class RedirectCacheTests(App app) : IClassFixture<App>
{
    [Fact]
    [Trait("Notes", "B2-13")]
    public async Task The_first_visit_asks_the_database_and_the_next_99_do_not()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await ShortenAsync(client);
        var queries = app.Queries.With(code);

        for (var visit = 0; visit < 100; visit++)
        {
            Assert.Equal("https://example.org/first", await FollowAsync(client, code));
        }

        Assert.Equal(queries + 1, app.Queries.With(code));
    }

    [Fact]
    [Trait("Notes", "B2-13")]
    public async Task Of_50_that_visit_at_once_one_asks_the_database()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await ShortenAsync(client);
        var queries = app.Queries.With(code);

        var targets = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => FollowAsync(client, code)));

        Assert.All(targets, target => Assert.Equal("https://example.org/first", target));
        Assert.Equal(queries + 1, app.Queries.With(code));
    }

    [Fact]
    public async Task A_code_that_leads_nowhere_is_remembered_and_leads_somewhere_as_soon_as_it_is_an_alias()
    {
        using var client = await app.Anonymous().SignedInAsync();
        Assert.Null(await FollowAsync(client, "soon"));
        Assert.Null(await FollowAsync(client, "soon"));
        Assert.Equal(1, app.Queries.With("soon"));

        await ShortenAsync(client, "soon");

        Assert.Equal("https://example.org/first", await FollowAsync(client, "soon"));
    }

    [Fact]
    public async Task However_many_look_while_it_is_made_an_alias_leads_somewhere_when_its_creation_is_answered()
    {
        using var client = await app.Anonymous().SignedInAsync();
        for (var round = 0; round < 20; round++)
        {
            var alias = $"awaited-{round}";
            using var answered = new CancellationTokenSource();
            var visitors = Enumerable.Range(0, 10).Select(_ => VisitUntilAsync(client, alias, answered.Token)).ToList();
            await ShortenAsync(client, alias);

            Assert.Equal("https://example.org/first", await FollowAsync(client, alias));
            await answered.CancelAsync();
            await Task.WhenAll(visitors);
            Assert.Equal("https://example.org/first", await FollowAsync(client, alias));
        }
    }

    [Fact]
    [Trait("Notes", "B2-13")]
    public async Task A_target_that_is_changed_behind_the_caches_back_goes_unseen_for_the_lifetime_of_the_last_level()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await ShortenAsync(client);
        await FollowAsync(client, code);

        await ChangeAsync(code, _ => { });
        Assert.Equal("https://example.org/first", await FollowAsync(client, code));

        var options = new CacheOptions();
        app.Clock.Advance(app.Services.GetService<IDistributedCache>() is null ? options.FirstLevelLifetime : options.SecondLevelLifetime);
        Assert.Equal("https://example.org/changed", await FollowAsync(client, code));
    }

    [Fact]
    public async Task A_change_that_tells_the_cache_is_seen_at_once()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await ShortenAsync(client);
        await FollowAsync(client, code);

        await ChangeAsync(code, db => app.Services.GetRequiredService<Redirects>().ForgetWhenCommitted(db, code));

        Assert.Equal("https://example.org/changed", await FollowAsync(client, code));
    }

    private async Task<string> ShortenAsync(HttpClient client, string? alias = null)
    {
        using var response = await client.ShortenAsync("https://example.org/first", alias);

        // Its event is on its way in the background, with the code as its key, and would be counted too.
        await app.DrainAsync();
        return (await response.ReadAsync<LinkBody>()).Code;
    }

    private static async Task<string?> FollowAsync(HttpClient client, string code)
    {
        using var response = await client.GetAsync($"/s/{code}");
        Assert.True(response.StatusCode is HttpStatusCode.Found or HttpStatusCode.NotFound, response.StatusCode.ToString());
        return response.Headers.Location?.OriginalString;
    }

    private static async Task VisitUntilAsync(HttpClient client, string code, CancellationToken answered)
    {
        while (!answered.IsCancellationRequested)
        {
            await FollowAsync(client, code);
        }
    }

    private async Task ChangeAsync(string code, Action<UrlShortenerDb> prepare)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var document = new LinkDocument("https://example.org/changed", RedirectStatus.Default, ValidFrom: null, ExpiresAt: null, Tags: []);
        var place = await scope.ServiceProvider.GetRequiredService<ILinkDocuments>().KeepAsync(document, CancellationToken.None);
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        prepare(db);
        db.OnSave(cancellationToken => db.Links
            .Where(link => link.Code == code)
            .ExecuteUpdateAsync(link => link.SetProperty(row => row.DocumentId, place.Id).SetProperty(row => row.DocumentShard, place.Shard), cancellationToken));
        await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
    }
}
