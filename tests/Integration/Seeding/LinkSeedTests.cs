using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Seeding;
using SystemDesign.Platform.Seeding;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.UrlShortener;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Data.Seeding;
using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.Seeding;

[Trait("Notes", "B1")]
public sealed class LinkSeedTests
{
    [Fact]
    public async Task Seeded_links_are_followed_by_anybody_and_listed_edited_and_counted_for_their_owners()
    {
        await using var data = MigratedData.Copy();
        await data.SeedAsync("users", "--users", "3");
        await data.SeedAsync("url-shortener", "--links", "2000", "--owners", "3");
        await using var app = data.Open();
        using var owner = app.Anonymous();
        owner.Bearing((await owner.TokensAsync(SeededOwner(1))).AccessToken);

        using var response = await owner.GetAsync("/api/url-shortener/links?limit=100");
        var links = (await response.ReadAsync<PageBody<SeededLinkBody>>()).Items;
        var link = links.First(link => link.LeadsSomewhere);
        using var read = await owner.GetAsync($"/api/url-shortener/links/{link.Code}");
        using var visitor = app.Anonymous();
        using var followed = await visitor.GetAsync($"/s/{link.Code}");
        using var edited = await owner.EditAsync($"/api/url-shortener/links/{link.Code}", """{"tags":["kept"]}""");
        using var other = app.Anonymous();
        other.Bearing((await other.TokensAsync(SeededOwner(2))).AccessToken);
        using var others = await other.GetAsync($"/api/url-shortener/links/{link.Code}");

        Assert.Equal(100, links.Length);
        Assert.Equal(link.Url, (await read.ReadAsync<SeededLinkBody>()).Url);
        Assert.Equal(((HttpStatusCode)link.Redirect, link.Url), (followed.StatusCode, followed.Headers.Location?.OriginalString));
        Assert.Equal(["kept"], (await edited.ReadAsync<SeededLinkBody>()).Tags);
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        await AssertCountedAsync(owner, links);
    }

    [Fact]
    public async Task Every_row_has_what_it_refers_to()
    {
        await using var data = MigratedData.Copy();
        await data.SeedAsync("url-shortener", "--links", "2000");
        await using var app = data.Open();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        var links = await db.Links.AsNoTracking().Include(link => link.Tags).ToListAsync();
        var codes = links.Select(link => link.Code).ToHashSet();

        var documents = await app.DocumentsAsync(links);

        Assert.Equal((2_000, 2_000), (links.Count, codes.Count));
        Assert.All(links, link => Assert.Equal(documents[link.DocumentId!.Value].Tags.Order(StringComparer.Ordinal), link.Tags.Select(tag => tag.Tag).Order(StringComparer.Ordinal)));
        Assert.All(links, link => Assert.Equal(documents[link.DocumentId!.Value].SearchText(link.Code), link.SearchText));
        Assert.All(await db.Set<VisitsByHour>().Select(row => row.Code).ToListAsync(), code => Assert.Contains(code, codes));
        Assert.All(await db.Set<VisitsByReferrer>().Select(row => row.Code).ToListAsync(), code => Assert.Contains(code, codes));
    }

    [Fact]
    public async Task The_same_numbers_make_the_same_rows_anywhere_and_another_seed_makes_others()
    {
        await using var data = MigratedData.Copy();
        await using var sameData = MigratedData.Copy();
        await using var otherData = MigratedData.Copy();
        await data.SeedAsync("url-shortener", "--links", "500", "--seed", "7");
        await sameData.SeedAsync("url-shortener", "--links", "500", "--seed", "7");
        await otherData.SeedAsync("url-shortener", "--links", "500", "--seed", "8");

        await using var app = data.Open();
        var rows = await app.LinkRowsAsync();
        await using var sameApp = sameData.Open();
        await using var otherApp = otherData.Open();

        Assert.True(rows.Count > 1_500);
        Assert.Equal(rows, await sameApp.LinkRowsAsync());
        Assert.Empty(rows.Intersect(await otherApp.LinkRowsAsync()));
    }

    [Fact]
    public async Task To_seed_again_changes_nothing_and_to_seed_more_adds_the_rest()
    {
        await using var data = MigratedData.Copy();
        await using var wholeData = MigratedData.Copy();
        await data.SeedAsync("url-shortener", "--links", "300");
        IReadOnlyList<string> before, after;
        await using (var app = data.Open())
        {
            before = await app.LinkRowsAsync();
        }

        await data.SeedAsync("url-shortener", "--links", "300");
        await using (var app = data.Open())
        {
            after = await app.LinkRowsAsync();
        }

        await data.SeedAsync("url-shortener", "--links", "500");
        await wholeData.SeedAsync("url-shortener", "--links", "500");
        await using var grown = data.Open();
        await using var whole = wholeData.Open();

        Assert.Equal(before, after);
        Assert.Equal(await whole.LinkRowsAsync(), await grown.LinkRowsAsync());
    }

    [Fact]
    public async Task What_users_did_with_seeded_links_stays_when_they_are_seeded_again()
    {
        await using var data = MigratedData.Copy();
        await data.SeedAsync("users", "--users", "1");
        await data.SeedAsync("url-shortener", "--links", "50", "--owners", "1");
        string deletedCode, editedCode;
        await using (var app = data.Open())
        {
            using var owner = app.Anonymous();
            owner.Bearing((await owner.TokensAsync(SeededOwner(1))).AccessToken);
            using var response = await owner.GetAsync("/api/url-shortener/links?limit=100");
            var links = (await response.ReadAsync<PageBody<SeededLinkBody>>()).Items;
            (deletedCode, editedCode) = (links.First(link => link.Tags.Length > 0).Code, links.Last(link => link.Tags.Length > 0).Code);
            using var deleted = await owner.DeleteAsync($"/api/url-shortener/links/{deletedCode}");
            using var edited = await owner.EditAsync($"/api/url-shortener/links/{editedCode}", """{"tags":null}""");
            Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK), (deleted.StatusCode, edited.StatusCode));
        }

        await data.SeedAsync("url-shortener", "--links", "50", "--owners", "1");

        await using var again = data.Open();
        await using var db = await again.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        var touched = await db.Links.AsNoTracking().Include(link => link.Tags).Where(link => link.Code == deletedCode || link.Code == editedCode).ToListAsync();
        Assert.Equal(2, touched.Count);
        Assert.All(touched, link => Assert.Empty(link.Tags));
        Assert.Single(touched, link => link.DeletedAt is not null && link.DocumentId is null);
        Assert.False(await db.Set<VisitsByHour>().AnyAsync(row => row.Code == deletedCode));
    }

    [Fact]
    public async Task A_run_that_was_killed_is_completed_by_the_next()
    {
        const int Asked = 1_000_000;
        await using var data = MigratedData.Copy();
        await data.SeedAsync("url-shortener", "--links", "1");
        await using var killed = HostProcess.Start(["seed", "url-shortener", "--links", $"{Asked}", .. data.Arguments]);
        await data.WaitForLinksAsync(LinkSeeder.Portion);
        await killed.KillAsync();
        int made;
        await using (var app = data.Open())
        {
            made = await app.CountAsync<UrlShortenerDb, Link>();
            Assert.InRange(made, LinkSeeder.Portion, Asked - 1);
        }

        var all = made + (2 * LinkSeeder.Portion);
        await data.SeedAsync("url-shortener", "--links", $"{all}");

        await using var whole = data.Open();
        await using var db = await whole.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        var links = await db.Links.AsNoTracking().Include(link => link.Tags).ToListAsync();
        var documents = await whole.DocumentsAsync(links);
        Assert.Equal(all, links.Count);
        Assert.All(links, link => Assert.Equal(documents[link.DocumentId!.Value].Tags.Count, link.Tags.Count));
        Assert.InRange(await db.Set<VisitsByHour>().CountAsync() / (double)all, 2.5, 3.5);
    }

    [Fact]
    public async Task A_run_that_is_stopped_ends_between_two_portions()
    {
        await using var data = MigratedData.Copy();
        await using var app = data.Open();
        using var stop = new CancellationTokenSource();
        await using var scope = app.Services.CreateAsyncScope();
        var seeder = scope.ServiceProvider.GetServices<ISeeder>().Single(seeder => seeder.Module == "url-shortener");
        var arguments = SeedArguments.Of(seeder, [new("links", "30000")]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => seeder.SeedAsync(arguments, new StopsAtOnce(stop), stop.Token));

        Assert.Equal(LinkSeeder.Portion, await app.CountAsync<UrlShortenerDb, Link>());
    }

    [Fact]
    public async Task US_2_A_generator_that_comes_upon_a_seeded_code_goes_past_it()
    {
        await using var data = MigratedData.Copy();
        await data.SeedAsync("url-shortener", "--links", "100");
        using var seeded = new SeededLinks(1, 100);
        var codes = new Queue<string>([seeded.CodeOf(0), seeded.CodeOf(1), "GoesOn1", seeded.CodeOf(2), "GoesOn2"]);
        await using var app = data.Open(services => services.AddScoped<ICodes>(_ => new CodesInTurn(codes)));
        using var client = await app.Anonymous().SignedInAsync();

        Assert.Equal("GoesOn1", await client.ShortenedAsync());
        Assert.Equal("GoesOn2", await client.ShortenedAsync());
        Assert.Equal(102, await app.CountAsync<UrlShortenerDb, Link>());
    }

    private static Somebody SeededOwner(int number) => new(SeededUsers.UserNameOf(number), string.Empty, "seeded to be tried out", string.Empty);

    private static async Task AssertCountedAsync(HttpClient owner, IEnumerable<SeededLinkBody> links)
    {
        var counted = 0;
        foreach (var link in links)
        {
            var stats = await owner.StatsAsync(link.Code, "?from=2025-12-02&to=2025-12-31");
            Assert.True(stats.Direct >= 0);
            Assert.Equal(stats.Total.Visits, stats.Hours.Sum(hour => hour.Visits));
            counted += stats.Total.Visits > 0 ? 1 : 0;
        }

        Assert.InRange(counted, 40, 95);
    }

    private sealed class StopsAtOnce(CancellationTokenSource stop) : ISeedProgress, ISeedStep
    {
        public ISeedStep Begin(string kind, long count) => this;

        public void Advance(long count) => stop.Cancel();
    }

    private sealed class CodesInTurn(Queue<string> codes) : ICodes
    {
        public Task<string> DrawAsync(Guid linkId, CancellationToken cancellationToken) => Task.FromResult(codes.Dequeue());

        public void Claim(string alias, Guid linkId)
        {
            // Nothing is drawn that could meet it.
        }
    }
}
