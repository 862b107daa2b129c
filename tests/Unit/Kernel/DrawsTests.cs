using SystemDesign.Kernel.Seeding;

namespace SystemDesign.Tests.Unit.Kernel;

public sealed class DrawsTests
{
    private static readonly DateTimeOffset Instant = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Written down once: whatever changes them changes what everybody has seeded.</summary>
    [Fact]
    public void Are_the_same_for_ever()
    {
        var draws = Draws.For("tests", 1, 2);

        Assert.Equal(
            (746_659L, 16_249L, 10L, false, "01972b5c-ee00-7f00-b4ef-625d372cc59b"),
            (draws.Below(1_000_000), draws.LowBelow(1_000_000), draws.HeavyFrom(10, 1_000_000), draws.InHundred(50), draws.Id(Instant).ToString()));
    }

    [Theory]
    [InlineData("other", 1, 2)]
    [InlineData("tests", 2, 2)]
    [InlineData("tests", 1, 3)]
    public void Differ_with_all_that_they_are_for(string subject, long seed, long number) =>
        Assert.NotEqual(Draws.For("tests", 1, 2).Below(long.MaxValue), Draws.For(subject, seed, number).Below(long.MaxValue));

    [Fact]
    public void Are_each_as_likely_below_a_count()
    {
        var draws = Draws.For("tests", 1, 1);
        var times = new int[10];
        for (var draw = 0; draw < 100_000; draw++)
        {
            times[draws.Below(10)]++;
        }

        Assert.All(times, time => Assert.InRange(time, 9_500, 10_500));
    }

    [Fact]
    public void Are_low_by_a_power_law()
    {
        var draws = Draws.For("tests", 1, 1);
        var drawn = Enumerable.Range(0, 100_000).Select(_ => draws.LowBelow(1_000)).ToList();

        Assert.InRange(drawn.Count(value => value == 0), 9_500, 10_500);
        Assert.InRange(drawn.Count(value => value < 8), 19_500, 20_500);
        Assert.All(drawn, value => Assert.InRange(value, 0, 999));
        Assert.Contains(drawn, value => value > 990);
    }

    [Fact]
    public void Are_heavy_by_a_power_law()
    {
        var draws = Draws.For("tests", 1, 1);
        var drawn = Enumerable.Range(0, 100_000).Select(_ => draws.HeavyFrom(10, 500)).ToList();

        Assert.InRange(drawn.Count(value => value >= 100), 900, 1_100);
        Assert.All(drawn, value => Assert.InRange(value, 10, 500));
        Assert.Contains(500, drawn);
    }

    [Fact]
    public void Ids_are_of_their_instant_and_never_the_same()
    {
        var ids = Enumerable.Range(0, 100_000).Select(number => Draws.For("tests", 1, number).Id(Instant)).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids.Take(100), id =>
        {
            Assert.Equal((7, 8), (id.Version, id.Variant & 0xC));
            Assert.StartsWith(Guid.CreateVersion7(Instant).ToString()[..13], id.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Seeded_users_are_the_same_for_ever() =>
        Assert.Equal(("019384aa-bbd0-7f95-8440-a073d9469b9f", "seed_user_1"), (SeededUsers.IdOf(1).ToString(), SeededUsers.UserNameOf(1)));

    [Fact]
    public void The_ids_of_seeded_users_are_in_the_order_of_their_numbers_and_older_than_the_period()
    {
        int[] numbers = [1, 2, 3, 100, 999_999, SeededUsers.Maximum];
        var ids = numbers.Select(number => SeededUsers.IdOf(number).ToString()).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.True(SeededUsers.RegisteredAt(SeededUsers.Maximum) < SeededPeriod.Start);
    }
}
