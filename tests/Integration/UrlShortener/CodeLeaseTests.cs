using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Blocks of codes that instances lease, and whoever is killed meanwhile.</summary>
[Trait("Notes", "US-2")]
public sealed class CodeLeaseTests
{
    [Fact]
    public async Task Of_a_block_that_a_killed_instance_had_leased_the_rest_is_lost_and_no_more()
    {
        await using var app = new CodesApp(CodesApp.Permutation, CodesApp.BlockOf10);
        var used = await app.NewInstance().ShortenAsync(3);

        var next = await app.NewInstance().ShortenAsync(10);

        Assert.Equal([await app.CodeAtAsync(0), await app.CodeAtAsync(1), await app.CodeAtAsync(2)], used);
        Assert.Equal(await Task.WhenAll(Enumerable.Range(10, 10).Select(place => app.CodeAtAsync(place))), next);
    }

    [Fact]
    public async Task Of_a_block_that_a_killed_instance_had_leased_the_rest_comes_back_when_its_lease_ends()
    {
        await using var app = new CodesApp(CodesApp.Pool, CodesApp.BlockOf10);
        await app.FillPoolAsync();
        var used = await app.NewInstance().ShortenAsync(3);
        var block = await Task.WhenAll(Enumerable.Range(0, 10).Select(place => app.CodeAtAsync(place)));

        var meanwhile = await app.NewInstance().ShortenAsync(10);
        app.App.Clock.Advance(TimeSpan.FromSeconds(600));
        var later = await app.NewInstance().ShortenAsync(7);

        Assert.Equal(block[..3], used);
        Assert.Empty(meanwhile.Intersect(block));
        Assert.Equal(block[3..], later);
    }

    [Fact]
    public async Task A_stop_gives_back_at_once_what_was_not_used()
    {
        await using var app = new CodesApp(CodesApp.Pool, CodesApp.BlockOf10);
        await app.FillPoolAsync();
        var stopped = app.NewInstance();
        await stopped.ShortenAsync(3);

        await stopped.StopAsync();

        var next = await app.NewInstance().ShortenAsync(7);
        Assert.Equal(await Task.WhenAll(Enumerable.Range(3, 7).Select(place => app.CodeAtAsync(place))), next);
    }

    [Fact]
    public async Task An_instance_cannot_use_the_codes_of_a_lease_that_has_ended()
    {
        await using var app = new CodesApp(CodesApp.Pool, CodesApp.BlockOf10);
        await app.FillPoolAsync();
        var stale = app.NewInstance();
        var other = app.NewInstance();
        var hasEnded = false;

        // It has drawn, and before it saves, its lease ends and another instance is given the same codes.
        var (code, draws) = await stale.ShortenAsync(async () =>
        {
            if (!hasEnded)
            {
                hasEnded = true;
                app.App.Clock.Advance(TimeSpan.FromSeconds(600));
                await Assert.ThrowsAsync<TimeoutException>(() => other.ShortenAsync(() => throw new TimeoutException()));
            }
        });

        var block = await Task.WhenAll(Enumerable.Range(0, 10).Select(place => app.CodeAtAsync(place)));
        Assert.Equal((await app.CodeAtAsync(10), 2), (code, draws));
        Assert.Empty((await stale.ShortenAsync(15)).Intersect(block));
        Assert.Equal(block.Order(StringComparer.Ordinal), (await other.ShortenAsync(10)).Order(StringComparer.Ordinal));
        Assert.Equal(11, other.Draws);
    }

    [Fact]
    public async Task The_next_block_is_leased_when_half_a_block_is_left_and_by_nobody_who_draws_nothing()
    {
        await using var app = new CodesApp(CodesApp.Permutation, CodesApp.BlockOf10);
        var instance = app.NewInstance();
        await instance.LeaseAheadAsync();
        Assert.Equal(0, await app.NextAsync());

        await instance.ShortenAsync(4);
        await instance.LeaseAheadAsync();
        Assert.Equal(10, await app.NextAsync());

        await instance.ShortenAsync(1);
        await instance.LeaseAheadAsync();
        await instance.LeaseAheadAsync();
        Assert.Equal(20, await app.NextAsync());

        await instance.ShortenAsync(15);
        Assert.Equal(20, await app.NextAsync());
    }
}
