using SystemDesign.Analytics.Domain.Traffic;

namespace SystemDesign.Tests.Unit.Analytics;

public sealed class DurationsTests
{
    [Fact]
    public void A_percentile_is_off_by_a_fifth_of_it_at_most()
    {
        // From a tenth of a millisecond to a minute, as many in each doubling.
        var took = Enumerable.Range(0, 10_000).Select(number => 0.1 * Math.Pow(2, number * 19.0 / 10_000)).ToList();
        var durations = new Durations();
        took.ForEach(milliseconds => durations.Add(TimeSpan.FromMilliseconds(milliseconds)));

        foreach (var share in new[] { 0.01, 0.1, 0.25, 0.5, 0.75, 0.95, 0.99 })
        {
            var truth = took[(int)(took.Count * share)];
            Assert.InRange(durations.Percentile(share)!.Value, truth * 0.8, truth * 1.2);
        }
    }

    [Fact]
    public void Nothing_has_no_percentile() => Assert.Null(new Durations().Percentile(0.5));

    [Fact]
    public void Two_that_are_added_up_are_what_one_would_be_that_had_both()
    {
        var (whole, first, second) = (new Durations(), new Durations(), new Durations());
        foreach (var (number, milliseconds) in new[] { 0.001, 0.5, 3, 3, 70, 100_000_000 }.Index())
        {
            whole.Add(TimeSpan.FromMilliseconds(milliseconds));
            (number % 2 == 0 ? first : second).Add(TimeSpan.FromMilliseconds(milliseconds));
        }

        first.Add(Durations.Parse(second.ToString()));

        Assert.Equal(whole.ToString(), first.ToString());
        Assert.Equal(whole.ToString(), Durations.Parse(whole.ToString()).ToString());
    }
}
