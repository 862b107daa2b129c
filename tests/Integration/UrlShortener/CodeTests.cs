using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Each code is given once, by whichever generator, to however many, and whoever is killed meanwhile.</summary>
[Trait("Notes", "US-2")]
public sealed class CodeTests
{
    private const string Permutation = nameof(CodeGenerator.Permutation);

    private const string Pool = nameof(CodeGenerator.Pool);

    private static readonly (string, string) BlockOf10 = ("UrlShortener:Codes:Block", "10");

    [Theory]
    [InlineData(Permutation)]
    [InlineData(Pool)]
    public async Task All_codes_of_three_letters_but_reserved_words_are_drawn_once_and_then_there_are_none(string generator)
    {
        await using var app = new CodesApp(generator, CodesApp.ThreeLetters, ("UrlShortener:Codes:Block", "50000"), ("UrlShortener:Codes:PoolSize", "300000"));
        await FillPoolAsync(app);
        await using var scope = app.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        var codes = scope.ServiceProvider.GetRequiredService<ICodes>();
        var expected = AllOfThree().Where(code => !LinkCode.IsReserved(code)).ToHashSet(StringComparer.Ordinal);

        var drawn = new List<string>(expected.Count);
        var exhausted = await Record.ExceptionAsync(async () =>
        {
            while (drawn.Count <= expected.Count)
            {
                drawn.Add(await codes.DrawAsync(Guid.Empty, CancellationToken.None));
                db.Forget();
            }
        });

        Assert.Equal("url-shortener.codes-exhausted", Assert.IsType<ExhaustedException>(exhausted).Code);
        Assert.Equal(238_328 - 24, drawn.Count);
        Assert.True(expected.SetEquals(drawn), "There are others than those of three letters that are no reserved words.");
        await Assert.ThrowsAsync<ExhaustedException>(() => codes.DrawAsync(Guid.Empty, CancellationToken.None));
    }

    [Theory]
    [InlineData(Permutation)]
    [InlineData(Pool)]
    public async Task Of_64_creators_at_three_instances_none_gets_anothers_code_and_none_draws_again(string generator)
    {
        await using var app = new CodesApp(generator, BlockOf10);
        CodeInstance[] instances = [app.NewInstance(), app.NewInstance(), app.NewInstance()];

        var made = await Task.WhenAll(Enumerable.Range(0, 64).Select(creator => instances[creator % 3].ShortenAsync(5)));

        var codes = made.SelectMany(codes => codes).ToList();
        Assert.Equal(64 * 5, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(64 * 5, instances.Sum(instance => instance.Draws));
    }

    [Theory]
    [InlineData(Permutation)]
    [InlineData(Pool)]
    public async Task While_aliases_take_codes_of_leased_blocks_creators_draw_once_more_for_each_at_most(string generator)
    {
        await using var app = new CodesApp(generator, BlockOf10);
        CodeInstance[] instances = [app.NewInstance(), app.NewInstance(), app.NewInstance()];
        var aliases = new List<string>();
        for (var place = 3; place < 200; place += 10)
        {
            aliases.Add(await app.CodeAtAsync(place));
        }

        var claims = aliases.Select(async alias => await Record.ExceptionAsync(() => app.NewInstance().AliasAsync(alias)));
        var claimed = Task.WhenAll(claims);
        var made = await Task.WhenAll(Enumerable.Range(0, 64).Select(creator => instances[creator % 3].ShortenAsync(5)));

        // An alias whose code was drawn before it is refused as any that is taken.
        var refusals = (await claimed).OfType<ConflictException>().Count();
        Assert.All(await claimed, refusal => Assert.True(refusal is null or ConflictException));
        Assert.Equal(64 * 5, made.SelectMany(codes => codes).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((64 * 5) + aliases.Count - refusals, await CountLinksAsync(app));
        Assert.InRange(instances.Sum(instance => instance.Draws), 64 * 5, (64 * 5) + aliases.Count - refusals);
    }

    [Theory]
    [InlineData(Permutation)]
    [InlineData(Pool)]
    public async Task An_alias_that_takes_a_code_before_its_block_is_leased_is_skipped(string generator)
    {
        await using var app = new CodesApp(generator, BlockOf10);
        var instance = app.NewInstance();
        var alias = await app.CodeAtAsync(3);
        await instance.AliasAsync(alias);

        var codes = await instance.ShortenAsync(20);

        Assert.DoesNotContain(alias, codes);
        Assert.Equal((20, 20), (codes.Distinct(StringComparer.Ordinal).Count(), instance.Draws));
    }

    [Theory]
    [InlineData(Permutation)]
    [InlineData(Pool)]
    public async Task An_alias_that_takes_a_code_of_a_leased_block_costs_one_draw_and_nobody_fails(string generator)
    {
        await using var app = new CodesApp(generator, BlockOf10);
        var instance = app.NewInstance();
        var first = await instance.ShortenAsync(1);
        var alias = await app.CodeAtAsync(3);
        await app.NewInstance().AliasAsync(alias);

        var codes = await instance.ShortenAsync(20);

        Assert.DoesNotContain(alias, codes);
        Assert.Equal(21, codes.Concat(first).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(21 + 1, instance.Draws);
    }

    /// <summary>Its row and the alias were made at once, so that neither saw the other.</summary>
    [Fact]
    public async Task An_alias_that_the_pool_did_not_hear_of_is_skipped_when_its_row_is_leased()
    {
        await using var app = new CodesApp(Pool, BlockOf10);
        await FillPoolAsync(app);
        var alias = await app.CodeAtAsync(3);
        await StoreAsync(app, alias);
        var instance = app.NewInstance();

        var codes = await instance.ShortenAsync(20);

        Assert.DoesNotContain(alias, codes);
        Assert.Equal(20, instance.Draws);
        await using var db = app.Open();
        Assert.NotNull((await db.PoolCodes.SingleAsync(row => row.Code == alias)).LinkId);
    }

    [Theory]
    [InlineData(Permutation)]
    [InlineData(Pool)]
    public async Task The_code_of_a_deleted_link_is_never_given_again(string generator)
    {
        await using var app = new CodesApp(generator, BlockOf10, ("UrlShortener:Codes:PoolSize", "10"));
        await FillPoolAsync(app);
        using var client = await app.App.Anonymous().SignedInAsync();
        using var drawn = await client.ShortenAsync("https://example.org/");
        List<string> deleted = [(await drawn.ReadAsync<LinkBody>()).Code, await app.CodeAtAsync(5), await app.CodeAtAsync(25)];
        foreach (var alias in deleted.Skip(1))
        {
            using var aliased = await client.ShortenAsync("https://example.org/", alias);
            aliased.EnsureSuccessStatusCode();
        }

        foreach (var code in deleted)
        {
            using var gone = await client.DeleteAsync($"/api/url-shortener/links/{code}");
            gone.EnsureSuccessStatusCode();
        }

        await FillPoolAsync(app);
        var codes = await app.NewInstance().ShortenAsync(50);

        Assert.Empty(codes.Intersect(deleted));
        await using var db = app.Open();
        Assert.False(await db.PoolCodes.AnyAsync(row => deleted.Contains(row.Code) && row.LinkId == null));
        Assert.False(await db.PoolCodes.AnyAsync(row => row.Code == deleted[2]));
    }

    [Fact]
    public async Task Of_a_block_that_a_killed_instance_had_leased_the_rest_is_lost_and_no_more()
    {
        await using var app = new CodesApp(Permutation, BlockOf10);
        var used = await app.NewInstance().ShortenAsync(3);

        var next = await app.NewInstance().ShortenAsync(10);

        Assert.Equal([await app.CodeAtAsync(0), await app.CodeAtAsync(1), await app.CodeAtAsync(2)], used);
        Assert.Equal(await Task.WhenAll(Enumerable.Range(10, 10).Select(place => app.CodeAtAsync(place))), next);
    }

    [Fact]
    public async Task Of_a_block_that_a_killed_instance_had_leased_the_rest_comes_back_when_its_lease_ends()
    {
        await using var app = new CodesApp(Pool, BlockOf10);
        await FillPoolAsync(app);
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
        await using var app = new CodesApp(Pool, BlockOf10);
        await FillPoolAsync(app);
        var stopped = app.NewInstance();
        await stopped.ShortenAsync(3);

        await stopped.StopAsync();

        var next = await app.NewInstance().ShortenAsync(7);
        Assert.Equal(await Task.WhenAll(Enumerable.Range(3, 7).Select(place => app.CodeAtAsync(place))), next);
    }

    [Fact]
    public async Task An_instance_cannot_use_the_codes_of_a_lease_that_has_ended()
    {
        await using var app = new CodesApp(Pool, BlockOf10);
        await FillPoolAsync(app);
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

    [Theory]
    [InlineData(Permutation)]
    [InlineData(Pool)]
    public async Task A_code_that_was_drawn_in_vain_is_drawn_again(string generator)
    {
        await using var app = new CodesApp(generator, BlockOf10);
        var instance = app.NewInstance();
        await Assert.ThrowsAsync<TimeoutException>(() => instance.ShortenAsync(() => throw new TimeoutException()));

        var codes = await instance.ShortenAsync(10);

        Assert.Equal(
            (await Task.WhenAll(Enumerable.Range(0, 10).Select(place => app.CodeAtAsync(place)))).Order(StringComparer.Ordinal),
            codes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Permutation)]
    [InlineData(Pool)]
    public async Task Of_64_that_find_no_code_at_once_one_leases_for_all(string generator)
    {
        await using var app = new CodesApp(generator, ("UrlShortener:Codes:Block", "64"), ("UrlShortener:Codes:PoolSize", "128"));
        await FillPoolAsync(app);
        var instance = app.NewInstance();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => instance.ShortenAsync()));

        await using var db = app.Open();
        Assert.Equal(generator == Pool ? 128 : 64, await app.NextAsync());
        Assert.Equal(0, await db.PoolCodes.CountAsync(row => row.Lease != null));
    }

    [Fact]
    public async Task The_next_block_is_leased_when_half_a_block_is_left_and_by_nobody_who_draws_nothing()
    {
        await using var app = new CodesApp(Permutation, BlockOf10);
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

    [Fact]
    public async Task The_pool_is_kept_at_its_size()
    {
        await using var app = new CodesApp(Pool, BlockOf10, ("UrlShortener:Codes:PoolSize", "1500"));
        await FillPoolAsync(app);
        Assert.Equal(1_500, await app.NextAsync());

        await app.NewInstance().ShortenAsync(11);
        await FillPoolAsync(app);

        Assert.Equal(1_520, await app.NextAsync());
    }

    [Fact]
    public async Task The_other_generator_goes_on_where_the_first_stopped()
    {
        await using var app = new CodesApp(Pool, BlockOf10);
        var codes = new List<string>();

        foreach (var generator in new[] { typeof(PermutedBlocks), typeof(PooledBlocks), typeof(PermutedBlocks), typeof(PooledBlocks) })
        {
            codes.AddRange(await new CodeInstance(app.App, generator).ShortenAsync(15));
        }

        Assert.Equal(60, codes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task What_is_left_is_measured()
    {
        await using var app = new CodesApp(Permutation);
        using var metrics = new MetricsOf(app.App, "systemdesign.url_shortener.codes.left");

        await app.NewInstance().ShortenAsync(1);

        Assert.Equal(1, metrics.Count(tags => tags["length"] is 7));
    }

    private static Task FillPoolAsync(CodesApp app) => app.App.Services.GetService<CodePool>()?.FillAsync(CancellationToken.None) ?? Task.CompletedTask;

    private static IEnumerable<string> AllOfThree() =>
        from first in LinkCode.Base62
        from second in LinkCode.Base62
        from third in LinkCode.Base62
        select $"{first}{second}{third}";

    private static async Task<int> CountLinksAsync(CodesApp app)
    {
        await using var db = app.Open();
        return await db.Links.CountAsync();
    }

    private static async Task StoreAsync(CodesApp app, string code)
    {
        await using var db = app.Open();
        db.Add(SomeLink.Of(Guid.Empty, code));
        await app.App.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
    }
}
