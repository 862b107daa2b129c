using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using SystemDesign.UrlShortener.Domain.Capacity;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Unit.UrlShortener;

[Trait("Notes", "US-1")]
[Trait("Notes", "B2-3")]
public sealed class CapacityTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void A_thousand_links_a_second_for_ten_years_need_the_notes_seven_letters()
    {
        var links = Demand.LinksIn(years: 10, linksPerSecond: 1_000);

        Assert.Equal(315_360_000_000, links);
        Assert.Equal(7, CodeSpace.LengthFor(links));
        Assert.Equal(3_521_614_606_208, CodeSpace.SizeOf(7));
    }

    [Fact]
    public void Generated_codes_are_as_long_as_the_calculation_says() =>
        Assert.Equal(LinkCode.GeneratedLength, CodeSpace.LengthFor(Demand.LinksIn(years: 10, linksPerSecond: 1_000)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(61, 1)]
    [InlineData(62, 2)]
    [InlineData(3_843, 2)]
    [InlineData(3_844, 3)]
    [InlineData(56_800_235_583, 6)]
    [InlineData(56_800_235_584, 7)]
    [InlineData(3_521_614_606_207, 7)]
    [InlineData(3_521_614_606_208, 8)]
    public void The_letters_make_more_codes_than_there_are_links(long links, int letters) => Assert.Equal(letters, CodeSpace.LengthFor(links));

    [Fact]
    public void The_length_is_the_shortest_that_does() => Prop.ForAll<ulong>(links =>
    {
        var letters = CodeSpace.LengthFor(links);
        return CodeSpace.SizeOf(letters) > links && (letters == 1 || CodeSpace.SizeOf(letters - 1) <= links);
    }).Check(Thorough);

    [Fact]
    public void The_years_until_a_space_is_full_are_those_that_fill_it() => Prop.ForAll(Rates(), Gen.Choose(1, 9).ToArbitrary(), (rate, letters) =>
    {
        var codes = CodeSpace.SizeOf(letters);
        var links = Demand.LinksIn(Demand.YearsFor(codes, rate), rate);
        return BigInteger.Abs(links - codes) <= 1;
    }).Check(Thorough);

    [Fact]
    public void Links_are_whole_and_a_part_of_one_counts()
    {
        Assert.Equal(1, Demand.LinksIn(years: 0.1m, linksPerSecond: 0.0000001m));
        Assert.Equal(31_536_000, Demand.LinksIn(years: 1, linksPerSecond: 1));
    }

    [Fact]
    [Trait("Notes", "US-2")]
    public void The_bare_list_of_all_codes_takes_24_7_terabytes() => Assert.Equal(24_651_302_243_456, CodeSpace.BytesOf(7));

    [Theory]
    [Trait("Notes", "US-2")]
    [InlineData(0, 365, 0)]
    [InlineData(1, 365, 0)]
    [InlineData(2, 365, 1 / 365.0)]
    [InlineData(23, 365, 0.5)]
    [InlineData(366, 365, 1)]
    public void The_odds_of_a_collision_are_those_of_birthdays(int links, int codes, double odds) =>
        Assert.Equal(odds, RandomCodes.OddsOfAnyCollision(links, codes), 0.001);

    [Theory]
    [Trait("Notes", "US-2")]
    [InlineData(2, 2.83960657772440589e-13)]
    [InlineData(100, 1.40560525498591742e-9)]
    public void Tiny_odds_keep_their_digits(int links, double odds) =>
        Assert.Equal(1, RandomCodes.OddsOfAnyCollision(links, CodeSpace.SizeOf(7)) / odds, 1e-12);

    [Fact]
    [Trait("Notes", "US-2")]
    public void The_odds_are_never_above_the_exact_ones_and_hardly_below() =>
        Prop.ForAll(Gen.Choose(1, 2_000).ToArbitrary(), Gen.Choose(1, 20_000).ToArbitrary(), (links, codes) =>
        {
            var (bound, exact) = (RandomCodes.OddsOfAnyCollision(links, codes), ExactOdds(links, codes));
            var slack = links <= codes / 2 ? Math.Pow(links, 3) / (3 * Math.Pow(codes, 2)) : 1;
            return bound <= exact + 1e-12 && exact - bound <= slack + 1e-12;
        }).Check(Thorough);

    [Fact]
    [Trait("Notes", "US-2")]
    public void However_many_links_and_codes_odds_are_odds_and_grow_with_the_links() => Prop.ForAll<ulong, ulong>((some, others) =>
    {
        var codes = CodeSpace.SizeOf(10);
        var (fewer, more) = (Odds(ulong.Min(some, others)), Odds(ulong.Max(some, others)));
        return fewer is >= 0 and <= 1 && more is >= 0 and <= 1 && fewer <= more;

        double Odds(ulong links) => RandomCodes.OddsOfAnyCollision(links, codes);
    }).Check(Thorough);

    [Theory]
    [Trait("Notes", "US-2")]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(12)]
    public void As_many_links_as_make_a_collision_even_do(int letters)
    {
        var codes = CodeSpace.SizeOf(letters);

        Assert.Equal(0.5, RandomCodes.OddsOfAnyCollision(RandomCodes.LinksForEvenOdds(codes), codes), 0.06);
    }

    [Fact]
    [Trait("Notes", "US-2")]
    public void A_link_that_draws_again_and_again_hardly_ever_fails()
    {
        var (links, codes) = (Demand.LinksIn(years: 10, linksPerSecond: 1_000), CodeSpace.SizeOf(7));

        Assert.Equal(0.0895, RandomCodes.OddsOfDrawingOnlyTaken(links, codes, draws: 1), 0.0001);
        Assert.Equal(5.76e-6, RandomCodes.OddsOfDrawingOnlyTaken(links, codes, draws: 5), 0.01e-6);
        Assert.Equal(1, RandomCodes.OddsOfDrawingOnlyTaken(codes * 2, codes, draws: 5));
    }

    [Fact]
    [Trait("Notes", "US-4")]
    public void A_cache_that_answers_nine_of_ten_leaves_the_tenth_to_the_database()
    {
        var visits = Traffic.VisitsPerSecond(linksPerSecond: 1_000, visitsPerLink: 100);

        Assert.Equal(100_000, visits);
        Assert.Equal(10_000, Traffic.DatabaseReadsPerSecond(visits, hitRatio: 0.9m));
        Assert.Equal(3, Traffic.InstancesFor(visits, visitsPerSecondPerInstance: 37_585));
        Assert.Equal(1, Traffic.InstancesFor(visitsPerSecond: 0, visitsPerSecondPerInstance: 37_585));
    }

    /// <summary>The product that the bound stands for.</summary>
    private static double ExactOdds(int links, int codes)
    {
        var none = 1.0;
        for (var drawn = 0; drawn < links; drawn++)
        {
            none *= Math.Max(0, 1 - ((double)drawn / codes));
        }

        return 1 - none;
    }

    private static Arbitrary<decimal> Rates() => Gen.Choose(1, 1_000_000_000).Select(thousandths => thousandths / 1_000m).ToArbitrary();
}
