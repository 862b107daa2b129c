using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Errors;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>Each code is given once, by whichever generator, to however many.</summary>
[Trait("Notes", "US-2")]
public sealed class CodeTests
{
    [Theory]
    [InlineData(CodesApp.Permutation)]
    [InlineData(CodesApp.Pool)]
    public async Task All_codes_of_three_letters_but_reserved_words_are_drawn_once_and_then_there_are_none(string generator)
    {
        await using var app = new CodesApp(generator, CodesApp.ThreeLetters, ("UrlShortener:Codes:Block", "50000"), ("UrlShortener:Codes:PoolSize", "300000"));
        await app.FillPoolAsync();
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
    [InlineData(CodesApp.Permutation)]
    [InlineData(CodesApp.Pool)]
    public async Task Of_64_creators_at_three_instances_none_gets_anothers_code_and_none_draws_again(string generator)
    {
        await using var app = new CodesApp(generator, CodesApp.BlockOf10);
        CodeInstance[] instances = [app.NewInstance(), app.NewInstance(), app.NewInstance()];

        var made = await Task.WhenAll(Enumerable.Range(0, 64).Select(creator => instances[creator % 3].ShortenAsync(5)));

        var codes = made.SelectMany(codes => codes).ToList();
        Assert.Equal(64 * 5, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(64 * 5, instances.Sum(instance => instance.Draws));
    }

    [Theory]
    [InlineData(CodesApp.Permutation)]
    [InlineData(CodesApp.Pool)]
    public async Task The_code_of_a_deleted_link_is_never_given_again(string generator)
    {
        await using var app = new CodesApp(generator, CodesApp.BlockOf10, ("UrlShortener:Codes:PoolSize", "10"));
        await app.FillPoolAsync();
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

        await app.FillPoolAsync();
        var codes = await app.NewInstance().ShortenAsync(50);

        Assert.Empty(codes.Intersect(deleted));
        await using var db = app.Open();
        Assert.False(await db.PoolCodes.AnyAsync(row => deleted.Contains(row.Code) && row.LinkId == null));
        Assert.False(await db.PoolCodes.AnyAsync(row => row.Code == deleted[2]));
    }

    [Theory]
    [InlineData(CodesApp.Permutation)]
    [InlineData(CodesApp.Pool)]
    public async Task A_code_that_was_drawn_in_vain_is_drawn_again(string generator)
    {
        await using var app = new CodesApp(generator, CodesApp.BlockOf10);
        var instance = app.NewInstance();
        await Assert.ThrowsAsync<TimeoutException>(() => instance.ShortenAsync(() => throw new TimeoutException()));

        var codes = await instance.ShortenAsync(10);

        Assert.Equal(
            (await Task.WhenAll(Enumerable.Range(0, 10).Select(place => app.CodeAtAsync(place)))).Order(StringComparer.Ordinal),
            codes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(CodesApp.Permutation)]
    [InlineData(CodesApp.Pool)]
    public async Task Of_64_that_find_no_code_at_once_one_leases_for_all(string generator)
    {
        await using var app = new CodesApp(generator, ("UrlShortener:Codes:Block", "64"), ("UrlShortener:Codes:PoolSize", "128"));
        await app.FillPoolAsync();
        var instance = app.NewInstance();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => instance.ShortenAsync()));

        await using var db = app.Open();
        Assert.Equal(generator == CodesApp.Pool ? 128 : 64, await app.NextAsync());
        Assert.Equal(0, await db.PoolCodes.CountAsync(row => row.Lease != null));
    }

    [Fact]
    public async Task The_pool_is_kept_at_its_size()
    {
        await using var app = new CodesApp(CodesApp.Pool, CodesApp.BlockOf10, ("UrlShortener:Codes:PoolSize", "1500"));
        await app.FillPoolAsync();
        Assert.Equal(1_500, await app.NextAsync());

        await app.NewInstance().ShortenAsync(11);
        await app.FillPoolAsync();

        Assert.Equal(1_520, await app.NextAsync());
    }

    [Fact]
    public async Task The_other_generator_goes_on_where_the_first_stopped()
    {
        await using var app = new CodesApp(CodesApp.Pool, CodesApp.BlockOf10);
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
        await using var app = new CodesApp(CodesApp.Permutation);
        using var metrics = new MetricsOf(app.App, "systemdesign.url_shortener.codes.left");

        await app.NewInstance().ShortenAsync(1);

        Assert.Equal(1, metrics.Count(tags => tags["length"] is 7));
    }

    private static IEnumerable<string> AllOfThree() =>
        from first in LinkCode.Base62
        from second in LinkCode.Base62
        from third in LinkCode.Base62
        select $"{first}{second}{third}";
}
