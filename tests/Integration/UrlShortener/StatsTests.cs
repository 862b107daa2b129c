using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.UrlShortener;

[Trait("Notes", "B1")]
public sealed class StatsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_link_that_nobody_followed_has_zeros()
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.ShortenedAsync();

        using var response = await client.GetAsync($"/api/url-shortener/links/{code}/stats");

        Assert.Equal(
            """{"total":{"visits":0,"previews":0},"days":[],"hours":[],"referrers":[],"direct":0}""",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("theirs")]
    [InlineData("no-such-code")]
    [InlineData("no")]
    [InlineData("not%20a%20code")]
    [InlineData("nul%00byte")]
    public async Task Of_others_links_and_of_none_nothing_is_told(string code)
    {
        using var owner = await app.Anonymous().SignedInAsync();
        using var theirs = await owner.ShortenAsync("https://example.org/", "theirs");
        await owner.FollowAsync("theirs");
        await app.FlushAsync();
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.GetAsync($"/api/url-shortener/links/{code}/stats");

        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, response.StatusCode.ToString());
        if (code != "nul%00byte")
        {
            Assert.Equal("url-shortener.link-not-found", (await response.ProblemAsync()).Code);
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_nothing()
    {
        using var client = app.Anonymous();

        using var response = await client.GetAsync("/api/url-shortener/links/any/stats");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Two_codes_that_differ_in_their_case_are_counted_apart()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var lower = await client.ShortenAsync("https://example.org/", "told-apart");
        using var upper = await client.ShortenAsync("https://example.org/", "Told-Apart");
        await client.FollowAsync("told-apart", "GET", ("Referer", "https://a.example.org/"));
        await client.FollowAsync("Told-Apart", "GET", ("Referer", "https://b.example.org/"));
        await client.FollowAsync("Told-Apart");
        await app.FlushAsync();

        var (first, second) = (await client.StatsAsync("told-apart"), await client.StatsAsync("Told-Apart"));

        Assert.Equal((new(1, 0), new(2, 0)), (first.Total, second.Total));
        Assert.Equal([new("a.example.org", 1)], first.Referrers);
        Assert.Equal([new("b.example.org", 1)], second.Referrers);
    }

    [Theory]
    [InlineData("", 0, 29)]
    [InlineData("?from=&to=", 0, 29)]
    [InlineData("?from=D-91", 0, 91)]
    [InlineData("?to=D-10", 10, 39)]
    [InlineData("?from=D-100&to=D-95", 95, 100)]
    [InlineData("?from=D-40&to=D-40", 40, 40)]
    [InlineData("?from=D%2B1&to=D%2B2", -2, -1)]
    public async Task Shows_the_days_that_are_asked_for(string query, int last, int first)
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.ShortenedAsync();
        var today = new DateTimeOffset(app.Clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        await AddAsync(Enumerable.Range(-2, 123).SelectMany(ago => new[] { Row(today.AddDays(-ago)), Row(today.AddDays(-ago).AddHours(23)) }));

        var stats = await client.StatsAsync(code, Written(query, today));

        Assert.Equal(Enumerable.Range(last, first - last + 1).Reverse().Select(ago => new DayBody($"{today.AddDays(-ago):yyyy-MM-dd}", 4, 2)), stats.Days);
        Assert.Equal(2 * (first - last + 1), stats.Hours.Length);
        Assert.Equal(new(492, 246), stats.Total);

        VisitsByHour Row(DateTimeOffset hour) => new() { Code = code, Hour = hour, Visits = 2, Previews = 1 };
    }

    [Theory]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?to=2026-02-30", "to")]
    [InlineData("?from=2026-08-01T00:00:00Z", "from")]
    [InlineData("?from=2026-08-01&from=2026-08-02", "from")]
    [InlineData("?from=2026-08-02&to=2026-08-01", "from")]
    [InlineData("?from=D%2B1", "from")]
    [InlineData("?from=D-92", "from")]
    [InlineData("?from=0001-01-01&to=9999-12-31", "from")]
    public async Task Refuses_days_that_are_none_or_too_many_and_names_the_parameter(string query, string parameter)
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.ShortenedAsync();

        using var response = await client.GetAsync($"/api/url-shortener/links/{code}/stats{Written(query, app.Clock.GetUtcNow())}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.ProblemAsync();
        Assert.Equal("invalid-input", problem.Code);
        Assert.Equal([parameter], problem.Errors!.Keys);
    }

    [Theory]
    [InlineData("?from=0001-01-01&to=0001-01-02")]
    [InlineData("?to=0001-01-02")]
    [InlineData("?from=9999-12-30&to=9999-12-31")]
    public async Task Days_at_either_end_of_the_calendar_are_days(string query)
    {
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.ShortenedAsync();

        Assert.Empty((await client.StatsAsync(code, query)).Days);
    }

    /// <summary>With days relative to today, <c>D-40</c>, as dates.</summary>
    private static string Written(string query, DateTimeOffset today)
    {
        foreach (var ago in Enumerable.Range(-2, 110).Reverse())
        {
            var day = $"{today.AddDays(-ago):yyyy-MM-dd}";
            query = query.Replace($"D-{ago}", day, StringComparison.Ordinal).Replace($"D%2B{-ago}", day, StringComparison.Ordinal);
        }

        return query;
    }

    private async Task AddAsync(IEnumerable<VisitsByHour> rows)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        db.AddRange(rows);
        await app.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
    }
}
