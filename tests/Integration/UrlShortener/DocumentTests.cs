using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Outbox.Probe;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Two stores and no transaction that spans them: whichever step fails, a link is whole or is not.</summary>
[Trait("Notes", "US-3")]
public sealed class DocumentTests
{
    private readonly TransactionFaults faults = new();

    [Fact]
    public async Task Whichever_transaction_fails_a_link_is_whole_or_is_not_and_what_is_left_over_is_swept()
    {
        await using var app = Start();
        using var client = await app.Anonymous().SignedInAsync();
        await app.DrainAsync();
        for (var place = 1; place <= 2; place++)
        {
            faults.Arm(place);
            using var created = await client.ShortenAsync("https://example.org/", $"faulty-{place}");
            Assert.True(faults.Struck);
            faults.Disarm();
            Assert.Equal(HttpStatusCode.InternalServerError, created.StatusCode);
        }

        // Before the commit there is none; when it is on disk and nobody has heard of it, there is a whole one.
        Assert.Equal(HttpStatusCode.NotFound, (await RedirectTests.FollowAsync(client, "faulty-1")).Status);
        Assert.Equal(HttpStatusCode.Found, (await RedirectTests.FollowAsync(client, "faulty-2")).Status);
        Assert.Equal(0, await app.SweepAsync());
        app.Clock.Advance(LinkDocumentSweep.Grace + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await app.SweepAsync());
        Assert.Equal(HttpStatusCode.Found, (await RedirectTests.FollowAsync(client, "faulty-2")).Status);
    }

    [Fact]
    public async Task An_edit_whose_commit_fails_leaves_the_link_as_it_was()
    {
        await using var app = Start();
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/before" });
        await app.DrainAsync();

        faults.Arm(1);
        using var edited = await client.EditLinkAsync(code, """{"url":"https://example.org/after"}""");
        faults.Disarm();

        Assert.Equal(HttpStatusCode.InternalServerError, edited.StatusCode);
        Assert.Equal("https://example.org/before", (await client.WholeAsync(code)).Url);
        app.Clock.Advance(LinkDocumentSweep.Grace + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await app.SweepAsync());
        using var followed = await client.GetAsync($"/s/{code}");
        Assert.Equal("https://example.org/before", followed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_edit_and_a_deletion_leave_no_document_behind()
    {
        await using var app = Start();
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/before" });
        using var edited = await client.EditLinkAsync(code, """{"url":"https://example.org/after"}""");
        using var deleted = await client.DeleteLinkAsync(code);

        app.Clock.Advance(LinkDocumentSweep.Grace + TimeSpan.FromSeconds(1));

        Assert.Equal(0, await app.SweepAsync());
    }

    [Fact]
    public async Task A_reader_that_meets_50_edits_always_sees_a_whole_link()
    {
        await using var app = Start();
        using var client = await app.Anonymous().SignedInAsync();
        var code = await client.MadeAsync(new { url = "https://example.org/0" });
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => ReadUntilAsync(client, code, done.Token)).ToList();

        for (var number = 1; number <= 50; number++)
        {
            using var edited = await client.EditLinkAsync(code, $$"""{"url":"https://example.org/{{number}}"}""");
            Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
            using var followed = await client.GetAsync($"/s/{code}");
            Assert.Equal($"https://example.org/{number}", followed.Headers.Location?.OriginalString);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    [Trait("Notes", "US-5")]
    public async Task Documents_lie_on_as_many_shards_as_there_are_and_shards_can_be_added()
    {
        await using var data = MigratedData.Copy();
        string[] codes;
        await using (var app = new App(new AppSetup { Data = data }))
        {
            using var client = await app.Anonymous().SignedInAsync();
            codes = [.. await Task.WhenAll(Enumerable.Range(0, 20).Select(number => client.MadeAsync(new { url = $"https://example.org/{number}" })))];
        }

        await using var grown = new App(new AppSetup { Data = data, Settings = [("Documents:url_shortener_documents:Shards", "3")] });
        using var later = await grown.Anonymous().SignedInAsync();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => later.MadeAsync(new { url = $"https://example.org/{number}" })));

        foreach (var (code, number) in codes.Select((code, number) => (code, number)))
        {
            using var followed = await later.GetAsync($"/s/{code}");
            Assert.Equal($"https://example.org/{number}", followed.Headers.Location?.OriginalString);
        }

        await using var db = await grown.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContextAsync();
        var shards = await db.Links.GroupBy(link => link.DocumentShard).Select(shard => new { shard.Key, Count = shard.Count() }).ToDictionaryAsync(shard => shard.Key!.Value, shard => shard.Count);
        Assert.Equal([0, 1, 2], shards.Keys.Order());
        Assert.Equal(80, shards.Values.Sum());
    }

    private static async Task ReadUntilAsync(HttpClient client, string code, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            Assert.StartsWith("https://example.org/", (await client.WholeAsync(code)).Url, StringComparison.Ordinal);
            using var list = await client.GetAsync(LinkSteps.Links, CancellationToken.None);
            Assert.Single((await list.ReadAsync<PageBody<LinkBody>>()).Items);
        }
    }

    private App Start() => new(new AppSetup
    {
        Services = services =>
        {
            services.AddSingleton<ITransactions<UrlShortenerDb>>(provider => FaultyTransactions<UrlShortenerDb>.Of(provider, faults));
            faults.IncludeRequests(services);
        },
    });
}
