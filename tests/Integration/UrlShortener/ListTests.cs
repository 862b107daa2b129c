using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.UrlShortener;

public sealed partial class ListTests(App app) : IClassFixture<App>
{
    private const string Path = "/api/url-shortener/links";

    [Fact]
    public async Task Lists_my_links_the_newest_first_page_by_page()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var other = await app.Anonymous().SignedInAsync();
        var mine = new List<LinkBody>();
        for (var number = 0; number < 5; number++)
        {
            app.Clock.Advance(TimeSpan.FromMilliseconds(1));
            using var created = await client.ShortenAsync($"https://example.org/{number}");
            mine.Insert(0, await created.ReadAsync<LinkBody>());
            using var others = await other.ShortenAsync("https://example.org/others");
        }

        var pages = await ReadThroughAsync(client, $"{Path}?limit=2");

        Assert.Equal([2, 2, 1], pages.Select(page => page.Items.Length));
        Assert.Equal(mine, pages.SelectMany(page => page.Items));
    }

    [Fact]
    public async Task Who_has_no_links_gets_an_empty_page()
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.GetAsync(Path);

        Assert.Equal("""{"items":[],"next":null}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_list_that_was_read_is_not_sent_again_until_it_changes()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var first = await client.ShortenAsync("https://example.org/");
        using var second = await client.ShortenAsync("https://example.org/");
        using var page = await client.GetAsync(Path);
        var tag = page.Headers.ETag!.ToString();

        using var unchanged = await client.GetAsync(Path, "If-None-Match", tag);
        using var edited = await client.EditAsync(second.Headers.Location!.OriginalString, """{"url":"https://example.org/new"}""");
        using var changed = await client.GetAsync(Path, "If-None-Match", tag);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (unchanged.StatusCode, changed.StatusCode));
    }

    [Fact]
    public async Task A_cursor_that_is_none_of_this_list_is_refused_and_named()
    {
        using var client = await app.Anonymous().SignedInAsync();
        using var other = await app.Anonymous().SignedInAsync();
        foreach (var owner in new[] { client, client, other, other })
        {
            using var created = await owner.ShortenAsync("https://example.org/");
        }

        using var page = await client.GetAsync($"{Path}?limit=1");
        var cursor = (await page.ReadAsync<PageBody<LinkBody>>()).Next!;
        using var othersPage = await other.GetAsync($"{Path}?limit=1");
        var foreign = (await othersPage.ReadAsync<PageBody<LinkBody>>()).Next!;
        var tampered = cursor[..20] + (cursor[20] == 'A' ? 'B' : 'A') + cursor[21..];

        foreach (var wrong in new[] { foreign, tampered, cursor[1..], cursor[..^1], $"{cursor}A", "x", "1", "%00", "🦩", "' OR 1=1 --", new string('A', 6_000) })
        {
            using var response = await client.GetAsync($"{Path}?cursor={Uri.EscapeDataString(wrong)}");
            Assert.True(response.StatusCode is HttpStatusCode.BadRequest, $"{wrong}: {response.StatusCode}");
            var problem = await response.ProblemAsync();
            Assert.Equal("invalid-cursor", problem.Code);
            Assert.Equal(["cursor"], problem.Errors!.Keys);
        }
    }

    [Fact]
    public async Task A_cursor_that_is_longer_than_an_address_may_be_is_refused()
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.GetAsync($"{Path}?cursor={new string('A', 20_000)}");

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("abc")]
    public async Task A_limit_out_of_its_range_is_refused_and_named(string limit)
    {
        using var client = await app.Anonymous().SignedInAsync();

        using var response = await client.GetAsync($"{Path}?limit={limit}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["limit"], (await response.ProblemAsync()).Errors!.Keys);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Whatever_comes_and_goes_between_pages_what_is_there_throughout_is_listed_once(int seed)
    {
        var chance = new Random(seed);
        using var client = await app.Anonymous().SignedInAsync();
        using var account = await client.GetAsync("/api/users/me");
        var owner = (await account.ReadAsync<AccountBody>()).Id;
        var throughout = new HashSet<string>();
        for (var number = chance.Next(10, 40); number > 0; number--)
        {
            throughout.Add(await AddAsync(owner, chance));
        }

        var pages = await ReadThroughAsync(client, $"{Path}?limit={chance.Next(1, 8)}", async () =>
        {
            for (var change = chance.Next(0, 4); change > 0; change--)
            {
                if (chance.Next(2) == 0)
                {
                    await AddAsync(owner, chance);
                }
                else if (throughout.Count > 0)
                {
                    var code = throughout.ElementAt(chance.Next(throughout.Count));
                    throughout.Remove(code);
                    await DeleteAsync(code);
                }
            }
        });

        var listed = pages.SelectMany(page => page.Items).Select(link => link.Code).ToList();
        Assert.Equal(listed.Distinct(), listed);
        Assert.Superset(throughout, listed.ToHashSet());
    }

    /// <summary>Page after page, by the links between them, which must lead to where the cursors do.</summary>
    private static async Task<List<PageBody<LinkBody>>> ReadThroughAsync(HttpClient client, string? address, Func<Task>? betweenPages = null)
    {
        var pages = new List<PageBody<LinkBody>>();
        while (address is not null)
        {
            using var response = await client.GetAsync(address);
            var page = await response.ReadAsync<PageBody<LinkBody>>();
            pages.Add(page);
            address = response.Headers.TryGetValues("Link", out var links) ? NextLink().Match(Assert.Single(links)).Groups[1].Value : null;
            Assert.Equal(page.Next is not null, address is not null);
            Assert.EndsWith(page.Next ?? string.Empty, address ?? string.Empty, StringComparison.Ordinal);
            await (betweenPages?.Invoke() ?? Task.CompletedTask);
        }

        return pages;
    }

    /// <summary>With an id of any age, so that it may be before or after where the reader is.</summary>
    private async Task<string> AddAsync(Guid owner, Random chance)
    {
        var instant = DateTimeOffset.UnixEpoch.AddSeconds(chance.Next(1_000_000));
        var id = Guid.CreateVersion7(instant);
        var link = SomeLink.Of(owner, id: id, createdAt: instant);
        await using var scope = app.Services.CreateAsyncScope();
        var document = new LinkDocument("https://example.org/", RedirectStatus.Default, ValidFrom: null, ExpiresAt: null, Tags: []);
        link.LeadBy(document, await scope.ServiceProvider.GetRequiredService<ILinkDocuments>().KeepAsync(document, CancellationToken.None));
        await using var db = Open();
        db.Add(link);
        await Writer.SaveAsync(db, CancellationToken.None);
        return link.Code;
    }

    private async Task DeleteAsync(string code)
    {
        await using var db = Open();
        db.OnSave(cancellationToken => db.Links.Where(link => link.Code == code).ExecuteDeleteAsync(cancellationToken));
        await Writer.SaveAsync(db, CancellationToken.None);
    }

    private IWriter<UrlShortenerDb> Writer => app.Services.GetRequiredService<IWriter<UrlShortenerDb>>();

    private UrlShortenerDb Open() => app.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContext();

    [GeneratedRegex("^<(.*)>; rel=\"next\"$")]
    private static partial Regex NextLink();
}
