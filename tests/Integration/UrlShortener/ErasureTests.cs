using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Erasing;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Who leaves takes everything along, however much it is and whatever still comes from them.</summary>
[Trait("Mission", "A1")]
public sealed class ErasureTests
{
    [Fact]
    public async Task However_many_links_somebody_has_all_go_and_nobody_elses()
    {
        await using var app = new App();
        using var leaver = app.Anonymous();
        var somebody = await leaver.RegisteredAsync();
        leaver.Bearing((await leaver.TokensAsync(somebody)).AccessToken);
        using var other = await app.Anonymous().SignedInAsync();
        var stays = await other.MadeAsync(new { url = "https://example.org/" });
        using var reported = await leaver.ReportAsync(stays, "Said by who left.");
        var codes = await Task.WhenAll(Enumerable.Range(0, 250).Select(number => leaver.MadeAsync(new { url = $"https://example.org/{number}", tags = new[] { "mine" } })));

        using var left = await leaver.LeaveAsync(somebody.Password);
        await app.DrainAsync();
        await app.EraseAsync();

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        Assert.Equal(codes.Length, await db.Links.CountAsync(link => link.DeletedAt != null && link.OwnerId == null && link.SearchText == null));
        Assert.Empty(await db.LinkTags.ToListAsync());
        Assert.Null((await db.Reports.SingleAsync()).ReporterId);
        Assert.Equal(HttpStatusCode.Gone, (await RedirectTests.FollowAsync(other, codes[0])).Status);
        Assert.Equal(HttpStatusCode.Found, (await RedirectTests.FollowAsync(other, stays)).Status);
        app.Clock.Advance(LinkDocumentSweep.Grace + TimeSpan.FromSeconds(1));
        Assert.Equal(0, await app.SweepAsync());
    }

    [Fact]
    public async Task A_link_that_comes_late_by_a_token_that_lasts_goes_when_no_token_can_last_any_more()
    {
        await using var app = new App();
        using var leaver = app.Anonymous();
        var somebody = await leaver.RegisteredAsync();
        leaver.Bearing((await leaver.TokensAsync(somebody)).AccessToken);
        var ownerId = (await OwnersAsync(app, await leaver.MadeAsync(new { url = "https://example.org/" })))!.Value;
        using var left = await leaver.LeaveAsync(somebody.Password);
        await app.DrainAsync();
        await app.EraseAsync();

        // As another instance commits it that has not heard yet.
        var late = await LedAsync(app, SomeLink.Of(ownerId));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
            db.Add(late);
            await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
        }

        app.Clock.Advance(ErasureTimes.Aftermath);
        await app.EraseAsync();
        Assert.Null(await OwnersAsync(app, late.Code));
        await app.EraseAsync();

        await using var after = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        Assert.Empty(await after.Erasures.ToListAsync());
    }

    [Fact]
    public async Task However_many_leave_at_once_all_are_erased_and_rest_until_the_last_look()
    {
        await using var app = new App();
        var (now, users) = (app.Clock.GetUtcNow(), Enumerable.Range(0, 250).Select(_ => Guid.CreateVersion7()).ToList());
        var databases = app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>();
        await using (var db = await databases.CreateDbContextAsync())
        {
            db.AddRange(await Task.WhenAll(users.Select(user => LedAsync(app, SomeLink.Of(user)))));
            db.AddRange(users.Select(user => new Erasure { UserId = user, LeftAt = now }));
            await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
        }

        await Task.WhenAll(app.EraseAsync(), app.EraseAsync());

        await using var after = await databases.CreateDbContextAsync();
        Assert.Equal(0, await after.Links.CountAsync(link => link.OwnerId != null));
        Assert.Equal(users.Count, await after.Erasures.CountAsync(erasure => erasure.NotBefore > now));
        app.Clock.Advance(ErasureTimes.Aftermath);
        await app.EraseAsync();
        Assert.Equal(0, await after.Erasures.CountAsync());
    }

    private static async Task<Link> LedAsync(App app, Link link)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var document = new LinkDocument("https://example.org/late", 302, null, null, []);
        link.LeadBy(document, await scope.ServiceProvider.GetRequiredService<ILinkDocuments>().KeepAsync(document, CancellationToken.None));
        return link;
    }

    private static async Task<Guid?> OwnersAsync(App app, string code)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        return (await db.Links.AsNoTracking().SingleAsync(link => link.Code == code)).OwnerId;
    }
}
