using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Persistence;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>What users choose and what generators make are the same codes: an alias is never given to another link.</summary>
[Trait("Notes", "US-2")]
public sealed class AliasCodeTests
{
    [Theory]
    [InlineData(CodesApp.Permutation)]
    [InlineData(CodesApp.Pool)]
    public async Task While_aliases_take_codes_of_leased_blocks_creators_draw_once_more_for_each_at_most(string generator)
    {
        await using var app = new CodesApp(generator, CodesApp.BlockOf10);
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
        Assert.Equal((64 * 5) + aliases.Count - refusals, await app.CountLinksAsync());
        Assert.InRange(instances.Sum(instance => instance.Draws), 64 * 5, (64 * 5) + aliases.Count - refusals);
    }

    [Theory]
    [InlineData(CodesApp.Permutation)]
    [InlineData(CodesApp.Pool)]
    public async Task An_alias_that_takes_a_code_before_its_block_is_leased_is_skipped(string generator)
    {
        await using var app = new CodesApp(generator, CodesApp.BlockOf10);
        var instance = app.NewInstance();
        var alias = await app.CodeAtAsync(3);
        await instance.AliasAsync(alias);

        var codes = await instance.ShortenAsync(20);

        Assert.DoesNotContain(alias, codes);
        Assert.Equal((20, 20), (codes.Distinct(StringComparer.Ordinal).Count(), instance.Draws));
    }

    [Theory]
    [InlineData(CodesApp.Permutation)]
    [InlineData(CodesApp.Pool)]
    public async Task An_alias_that_takes_a_code_of_a_leased_block_costs_one_draw_and_nobody_fails(string generator)
    {
        await using var app = new CodesApp(generator, CodesApp.BlockOf10);
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
        await using var app = new CodesApp(CodesApp.Pool, CodesApp.BlockOf10);
        await app.FillPoolAsync();
        var alias = await app.CodeAtAsync(3);
        await StoreAsync(app, alias);
        var instance = app.NewInstance();

        var codes = await instance.ShortenAsync(20);

        Assert.DoesNotContain(alias, codes);
        Assert.Equal(20, instance.Draws);
        await using var db = app.Open();
        Assert.NotNull((await db.PoolCodes.SingleAsync(row => row.Code == alias)).LinkId);
    }

    private static async Task StoreAsync(CodesApp app, string code)
    {
        await using var db = app.Open();
        db.Add(SomeLink.Of(Guid.Empty, code));
        await app.App.Services.GetRequiredService<IWriter<UrlShortenerDb>>().SaveAsync(db, CancellationToken.None);
    }
}
