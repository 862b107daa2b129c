using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Media.Data;
using SystemDesign.Media.Domain.Objects;
using SystemDesign.Platform.Storage;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Media;

/// <summary>What nobody reads is put away, and comes back when somebody does.</summary>
[Trait("Notes", "DB-6"), Trait("Notes", "DB-7")]
public sealed class ColdTests(MediaApp app) : IClassFixture<MediaApp>
{
    [Fact]
    public async Task DB_7_What_is_unused_for_90_days_is_put_away_and_a_read_brings_the_same_bytes_back()
    {
        var bytes = MediaSteps.SomeBytes(400_000);
        var name = await app.KeepAsync(bytes, "video/mp4");
        Assert.Equal(bytes, await app.BytesAsync(name));

        await app.PutAwayAsync(name);
        Assert.Equal((MediaTier.Cold, StorageTier.Cold), (await app.TierOfAsync(name), await app.StoredAsync(name)));

        foreach (var (method, range) in new[] { ("HEAD", "bytes=0-"), ("GET", "bytes=0-9"), ("GET", "lines=1") })
        {
            using var waiting = await app.SendAsync($"/cdn/{name}", method, ("Range", range));
            Assert.Equal((HttpStatusCode.Accepted, "5", "no-store"), (waiting.StatusCode, waiting.Header("Retry-After"), waiting.Header("Cache-Control")));
            if (method == "GET")
            {
                var body = await waiting.Content.ReadFromJsonAsync<RestoringBody>();
                Assert.Equal(("media.restoring", 5), (body!.Code, body.RetryAfterSeconds));
            }
        }

        await app.ThawAsync();
        Assert.Equal(MediaTier.Thawing, await app.TierOfAsync(name));
        Assert.Equal(HttpStatusCode.Accepted, await app.StatusAsync($"/cdn/{name}"));

        app.Clock.Advance(ColdSteps.Restore);
        await app.ThawAsync();
        Assert.Equal(bytes, await app.BytesAsync(name));
        var row = await app.RowOfAsync(name);
        Assert.Equal((MediaTier.Hot, StorageTier.Hot), (row.Tier, await app.StoredAsync(name)));
        Assert.True(app.Clock.GetUtcNow() - row.LastReadAt < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Of_a_hundred_that_read_it_at_once_one_asks_for_it()
    {
        var bytes = MediaSteps.SomeBytes(1_000);
        var name = await app.KeepAsync(bytes);
        await app.PutAwayAsync(name);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => app.StatusAsync($"/cdn/{name}")));
        await app.ThawAsync();

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.Accepted, status));
        Assert.Equal(1, app.Store.Count("thaw", name));
        app.Clock.Advance(ColdSteps.Restore);
        await app.ThawAsync();
        Assert.Equal(bytes, await app.BytesAsync(name));
    }

    [Fact]
    public async Task A_read_after_it_was_announced_keeps_it()
    {
        var bytes = MediaSteps.SomeBytes(1_000);
        var name = await app.KeepAsync(bytes);
        app.Clock.Advance(ColdSteps.Unused);
        await app.FreezeAsync();
        Assert.Equal(MediaTier.Leaving, await app.TierOfAsync(name));

        Assert.Equal(bytes, await app.BytesAsync(name));
        app.Clock.Advance(FreezeUnused.Notice);
        await app.FreezeAsync();

        Assert.Equal((MediaTier.Hot, StorageTier.Hot), (await app.TierOfAsync(name), await app.StoredAsync(name)));
    }

    [Fact]
    public async Task A_read_that_began_before_it_was_announced_and_is_not_written_down_yet_keeps_it()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(1_000));
        app.Clock.Advance(ColdSteps.Unused);
        await app.BytesAsync(name);
        await app.FreezeAsync();
        Assert.Equal(MediaTier.Leaving, await app.TierOfAsync(name));

        await app.FlushAsync();
        app.Clock.Advance(FreezeUnused.Notice);
        await app.FreezeAsync();

        Assert.Equal((MediaTier.Hot, StorageTier.Hot), (await app.TierOfAsync(name), await app.StoredAsync(name)));
    }

    [Fact]
    public async Task What_the_store_has_put_away_behind_the_ledgers_back_is_had_back_by_a_read()
    {
        var bytes = MediaSteps.SomeBytes(1_000);
        var name = await app.KeepAsync(bytes);
        await app.Store.FreezeAsync(name, CancellationToken.None);

        Assert.Equal(HttpStatusCode.Accepted, await app.StatusAsync($"/cdn/{name}"));
        Assert.Equal(MediaTier.Thawing, await app.TierOfAsync(name));
        await app.BringBackAsync();

        Assert.Equal(bytes, await app.BytesAsync(name));
    }

    [Fact]
    public async Task Whoever_reads_while_it_is_put_away_gets_its_bytes_or_is_asked_to_wait()
    {
        var bytes = MediaSteps.SomeBytes(600_000);
        var name = await app.KeepAsync(bytes);
        using var done = new CancellationTokenSource();
        app.Clock.Advance(ColdSteps.Unused);
        await app.FreezeAsync();
        app.Clock.Advance(FreezeUnused.Notice);

        var readers = Enumerable.Range(0, 8).Select(_ => ReadUntilAsync(name, bytes, done.Token)).ToList();
        for (var round = 0; round < 20; round++)
        {
            app.Clock.Advance(ColdSteps.Unused);
            await app.FreezeAsync();
            app.Clock.Advance(FreezeUnused.Notice);
            await app.FreezeAsync();
            await app.ThawAsync();
            app.Clock.Advance(ColdSteps.Restore);
            await app.ThawAsync();
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);

        // Readers that were slower than the last round have left it away: whoever comes next has it back.
        await app.StatusAsync($"/cdn/{name}");
        await app.BringBackAsync();
        Assert.Equal(bytes, await app.BytesAsync(name));
    }

    [Fact]
    public async Task What_is_put_away_is_put_away_for_the_edge_too()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(600_000));
        Assert.Equal(HttpStatusCode.PartialContent, await app.StatusAsync($"/cdn/{name}", "GET", ("Range", "bytes=0-9")));
        await app.PutAwayAsync(name);

        Assert.Equal(HttpStatusCode.Accepted, await app.StatusAsync($"/cdn/{name}", "GET", ("Range", "bytes=0-9")));
        Assert.Equal(HttpStatusCode.Accepted, await app.StatusAsync($"/cdn/{name}", "GET", ("Range", "bytes=500000-500009")));
    }

    [Fact]
    [Trait("Notes", "DB-8")]
    public async Task Reads_are_written_down_together_and_once_an_hour()
    {
        var name = await app.KeepAsync(MediaSteps.SomeBytes(1_000));
        var storedAt = (await app.RowOfAsync(name)).LastReadAt;
        app.Clock.Advance(LastReads.Granularity);
        for (var read = 0; read < 20; read++)
        {
            await app.BytesAsync(name);
        }

        Assert.Equal(storedAt, (await app.RowOfAsync(name)).LastReadAt);
        await app.FlushAsync();
        var first = (await app.RowOfAsync(name)).LastReadAt;
        Assert.Equal(storedAt + LastReads.Granularity, first);

        app.Clock.Advance(LastReads.Granularity / 2);
        await app.BytesAsync(name);
        await app.FlushAsync();
        Assert.Equal(first, (await app.RowOfAsync(name)).LastReadAt);

        app.Clock.Advance(LastReads.Granularity / 2);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync($"/cdn/{name}", "HEAD"));
        await app.FlushAsync();
        Assert.Equal(first + LastReads.Granularity, (await app.RowOfAsync(name)).LastReadAt);
    }

    [Fact]
    public async Task Nothing_is_put_away_where_that_is_switched_off()
    {
        await using var warm = new MediaApp(data: null, ("Media:Cold:AfterDays", "0"));
        var name = await warm.KeepAsync(MediaSteps.SomeBytes(100));
        warm.Clock.Advance(TimeSpan.FromDays(10_000));

        await warm.App.Services.GetRequiredService<FreezeUnused>().RunAsync(CancellationToken.None);

        Assert.Equal(MediaTier.Hot, await warm.TierOfAsync(name));
    }

    [DistributedFact]
    public async Task Of_two_instances_one_moves_an_object_and_either_brings_it_back()
    {
        await using var data = MigratedData.Copy();
        await using var one = new MediaApp(data);
        await using var other = new MediaApp(data);
        var bytes = MediaSteps.SomeBytes(1_000);
        var name = await one.KeepAsync(bytes);
        foreach (var step in new[] { ColdSteps.Unused, FreezeUnused.Notice })
        {
            one.Clock.Advance(step);
            other.Clock.Advance(step);
            await Task.WhenAll(one.FreezeAsync(), other.FreezeAsync());
        }

        Assert.Equal(1, one.Store.Count("freeze", name) + other.Store.Count("freeze", name));
        Assert.Equal(HttpStatusCode.Accepted, await other.StatusAsync($"/cdn/{name}"));
        await Task.WhenAll(one.ThawAsync(), other.ThawAsync());

        // Twice, since their clocks are not the same.
        for (var round = 0; round < 2; round++)
        {
            one.Clock.Advance(ColdSteps.Restore);
            other.Clock.Advance(ColdSteps.Restore);
            await Task.WhenAll(one.ThawAsync(), other.ThawAsync());
        }

        Assert.Equal(bytes, await one.BytesAsync(name));
        Assert.Equal(bytes, await other.BytesAsync(name));
    }

    private async Task ReadUntilAsync(string name, byte[] bytes, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            try
            {
                using var response = await app.SendAsync($"/cdn/{name}");
                if (response.StatusCode is not HttpStatusCode.Accepted)
                {
                    Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                    Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync(CancellationToken.None));
                }
            }
            catch (HttpRequestException exception) when (exception.InnerException is IOException)
            {
                // This clock lets the five minutes pass amid an answer. It breaks off, which its reader sees and goes on behind; it never ends with other bytes.
            }
        }
    }

    private sealed record RestoringBody(string Code, string Detail, int RetryAfterSeconds);
}
