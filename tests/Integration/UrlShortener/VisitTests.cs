using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Visits are counted, all of them, each as what it is, and told many at a time.</summary>
[Trait("Notes", "B1")]
public sealed class VisitTests
{
    [Fact]
    public async Task Of_1000_visits_by_50_at_once_each_is_counted_and_told()
    {
        await using var app = new App(new AppSetup { Services = VisitListener.AddTo });
        using var client = await app.Anonymous().SignedInAsync();
        var codes = new[] { await client.ShortenedAsync(), await client.ShortenedAsync() };

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async visitor =>
        {
            for (var visit = 0; visit < 20; visit++)
            {
                await client.FollowAsync(codes[visitor % 2]);
                if (visit % 10 == visitor % 10)
                {
                    await app.FlushAsync();
                }
            }
        }));
        using var miss = await client.GetAsync("/s/nowhere");
        await app.FlushAsync();

        Assert.Equal(new(500, 0), (await client.StatsAsync(codes[0])).Total);
        Assert.Equal(new(500, 0), (await client.StatsAsync(codes[1])).Total);
        var told = (await app.VisitsToldAsync()).SelectMany(visited => visited.Links).ToLookup(link => link.Code, link => link.Visits);
        Assert.Equal(codes.ToDictionary(code => code, _ => 500L), told.ToDictionary(link => link.Key, link => link.Sum()));
    }

    [Theory]
    [InlineData("HEAD", "User-Agent", "A browser")]
    [InlineData("GET", "Sec-Purpose", "prefetch;prerender")]
    [InlineData("GET", "Purpose", "prefetch")]
    [InlineData("GET", "X-Moz", "prefetch")]
    [InlineData("GET", "User-Agent", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)")]
    [InlineData("GET", "User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    public async Task Programs_that_look_are_led_there_and_counted_apart(string method, string header, string value)
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.ShortenedAsync();

        await client.FollowAsync(code, "GET", ("User-Agent", "A browser"), ("Referer", "https://example.org/page"));
        await client.FollowAsync(code, method, (header, value), ("Referer", "https://example.net/page"));
        await app.FlushAsync();

        var stats = await client.StatsAsync(code);
        Assert.Equal(new(1, 1), stats.Total);
        Assert.Equal([new("example.org", 1)], stats.Referrers);
        Assert.Equal(0, stats.Direct);
    }

    [Fact]
    public async Task Referrers_are_counted_by_host_and_those_that_led_most_are_named()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        var (code, another) = (await client.ShortenedAsync(), await client.ShortenedAsync());
        await client.FollowAsync(another, "GET", ("Referer", "https://host-1.example.org/"));

        for (var host = 1; host <= 25; host++)
        {
            for (var visit = 0; visit < host; visit++)
            {
                await client.FollowAsync(code, "GET", ("Referer", $"https://Host-{host}.example.org:8443/page/{visit}?of=it"));
            }

            await app.FlushAsync();
        }

        await client.FollowAsync(code);
        await client.FollowAsync(code, "GET", ("Referer", "no address"));
        await app.FlushAsync();

        var stats = await client.StatsAsync(code);
        Assert.Equal(Enumerable.Range(6, 20).Reverse().Select(host => new ReferrerBody($"host-{host}.example.org", host)), stats.Referrers);
        Assert.Equal((new(327, 0), 2), (stats.Total, stats.Direct));
    }

    [Fact]
    public async Task Beyond_1000_hosts_of_a_link_the_rest_are_counted_together()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        var (code, another) = (await client.ShortenedAsync(), await client.ShortenedAsync());
        var visits = app.Services.GetRequiredService<Visits>();
        Name(0, 990);
        await app.FlushAsync();
        Name(980, 1_020);
        await app.FlushAsync();
        Name(0, 1_020);
        visits.Count(another, VisitKind.Visit, "one.example.org");
        await app.FlushAsync();

        var hosts = await HostsAsync(app, code);
        Assert.Equal(1_001, hosts.Count);
        Assert.Equal((40, 1_980), (hosts[Referrer.Others], hosts.Where(host => host.Key != Referrer.Others).Sum(host => host.Value) - 30));
        Assert.Equal(["one.example.org"], (await HostsAsync(app, another)).Keys);
        var stats = await client.StatsAsync(code);
        Assert.Equal((new(2_050, 0), 0), (stats.Total, stats.Direct));
        Assert.Equal(new(Referrer.Others, 40), stats.Referrers[0]);

        void Name(int first, int end)
        {
            for (var host = first; host < end; host++)
            {
                visits.Count(code, VisitKind.Visit, $"host-{host}.example.org");
            }
        }
    }

    [Fact]
    public async Task A_visit_belongs_to_its_hour_and_its_day()
    {
        await using var app = new App();
        var midnight = new DateTimeOffset(app.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        app.Clock.Advance(midnight.AddSeconds(-1) - app.Clock.GetUtcNow());
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.ShortenedAsync();

        await client.FollowAsync(code);
        await client.FollowAsync(code, "HEAD");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await client.FollowAsync(code);
        await app.FlushAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await client.FollowAsync(code);
        await app.FlushAsync();

        var (yesterday, today) = ($"{midnight.AddDays(-1):yyyy-MM-dd}", $"{midnight:yyyy-MM-dd}");
        var stats = await client.StatsAsync(code);
        Assert.Equal([new(yesterday, 1, 1), new(today, 2, 0)], stats.Days);
        Assert.Equal([new(midnight.AddHours(-1), 1, 1), new(midnight, 2, 0)], stats.Hours);
        var part = await client.StatsAsync(code, $"?from={yesterday}&to={yesterday}");
        Assert.Equal([new(yesterday, 1, 1)], part.Days);
        Assert.Equal([new(midnight.AddHours(-1), 1, 1)], part.Hours);
        Assert.Equal(new(3, 1), part.Total);
    }

    [Fact]
    public async Task One_event_speaks_for_all_that_was_gathered()
    {
        await using var app = new App(new AppSetup { Services = VisitListener.AddTo });
        using var client = await app.Anonymous().SignedInAsync();
        var (first, second) = (await client.ShortenedAsync(), await client.ShortenedAsync());
        await client.FollowAsync(first);
        await client.FollowAsync(first, "GET", ("Referer", "https://example.org/"));
        await client.FollowAsync(second, "HEAD");

        await app.FlushAsync();
        await app.FlushAsync();

        var told = Assert.Single(await app.VisitsToldAsync());
        Assert.Equal(7, told.BatchId.Version);
        Assert.Equal(
            new[] { (first, 2L, 0L), (second, 0, 1) }.Order(),
            told.Links.Select(link => (link.Code, link.Visits, link.Previews)).Order());
    }

    [Fact]
    public async Task A_stop_loses_no_visit()
    {
        await using var data = MigratedData.Copy();
        string code;
        await using (var app = new App(new AppSetup { Data = data, Services = VisitListener.AddTo }))
        {
            using var client = await app.Anonymous().SignedInAsync();
            code = await client.ShortenedAsync();
            for (var number = 0; number < 10; number++)
            {
                await client.FollowAsync(code);
            }
        }

        await using var later = new App(new AppSetup { Data = data });
        Assert.Equal([(code, 10)], (await later.VisitsToldAsync()).SelectMany(told => told.Links).Select(link => (link.Code, link.Visits)));
    }

    [Fact]
    public async Task What_is_removed_is_gone_when_it_is_saved_and_the_rest_stays()
    {
        await using var app = new App();
        using var client = await app.Anonymous().SignedInAsync();
        string[] codes = [await client.ShortenedAsync(), await client.ShortenedAsync(), await client.ShortenedAsync()];
        foreach (var code in codes)
        {
            await client.FollowAsync(code, "GET", ("Referer", "https://example.org/"));
        }

        await app.FlushAsync();
        await app.SaveAsync(stats => stats.RemoveWhenSaved([]));
        await app.SaveAsync(stats => stats.RemoveWhenSaved(codes[..2]));

        foreach (var code in codes[..2])
        {
            var removed = await client.StatsAsync(code);
            Assert.Equal((new(0, 0), 0, 0), (removed.Total, removed.Hours.Length, removed.Referrers.Length));
        }

        var kept = await client.StatsAsync(codes[2]);
        Assert.Equal((new(1, 0), 1, 1), (kept.Total, kept.Hours.Length, kept.Referrers.Length));
    }

    private static async Task<Dictionary<string, long>> HostsAsync(App app, string code)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        return await db.Set<VisitsByReferrer>().Where(row => row.Code == code).ToDictionaryAsync(row => row.Referrer, row => row.Visits);
    }
}
