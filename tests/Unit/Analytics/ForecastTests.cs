using SystemDesign.Analytics.Domain.Forecasts;

namespace SystemDesign.Tests.Unit.Analytics;

/// <summary>When the requests are more than the product bears (B2-23).</summary>
[Trait("Notes", "B2-23")]
public sealed class ForecastTests
{
    private const int Week = 7 * 24;

    private static readonly DateTimeOffset Start = new(2026, 7, 6, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(48)]
    [InlineData(10 * 24)]
    [InlineData(4 * Week)]
    public void B2_23_A_ramp_reaches_the_capacity_when_it_does_within_2_percent(int hours)
    {
        // 100 requests per second and one more each day; 160 are reached after 60 days.
        var forecast = Of(hours, hour => 100 + (hour / 24.0), capacity: 160);

        AssertReached(forecast, hours, truth: 60 * 24, share: 0.02);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void B2_23_A_noisy_ramp_with_days_and_weeks_reaches_it_within_15_percent(int seed)
    {
        var noise = new Random(seed);
        var hours = 4 * Week;
        double Truth(int hour) => 100 + (hour / 24.0) + (30 * Math.Sin(2 * Math.PI * hour / 24)) + (hour / 24 % 7 < 5 ? 10 : -25);
        var truth = Enumerable.Range(0, 365 * 24).First(hour => hour >= hours && Truth(hour) >= 200);

        var forecast = Of(hours, hour => Truth(hour) + ((noise.NextDouble() - 0.5) * 16), capacity: 200);

        Assert.Equal(ForecastMethod.HoltWintersWeekly, forecast.Method);
        AssertReached(forecast, hours, truth, share: 0.15);
        Assert.True(forecast.Earliest <= forecast.ReachedAt);
        Assert.True(forecast.Latest is null || forecast.Latest >= forecast.ReachedAt);
    }

    [Fact]
    public void B2_23_The_peak_of_a_day_reaches_it_before_the_mean_does()
    {
        var forecast = Of(10 * 24, hour => 100 + (hour / 24.0) + (40 * Math.Sin(2 * Math.PI * hour / 24)), capacity: 160);

        // 140 is the peak of the first day; the mean takes 60 days.
        AssertReached(forecast, 10 * 24, truth: (20 * 24) + 6, share: 0.02);
        Assert.Equal(ForecastMethod.HoltWintersDaily, forecast.Method);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.02)]
    public void B2_23_What_is_flat_or_falls_never_reaches_it_within_the_horizon(double slope)
    {
        var noise = new Random(1);
        var forecast = Of(3 * Week, hour => 100 + (slope * hour) + (noise.NextDouble() * 4), capacity: 150, horizonDays: 365);

        Assert.Null(forecast.ReachedAt);
        Assert.Contains("does not reach 150 requests per second within 365 days", forecast.Outcome, StringComparison.Ordinal);
        Assert.All(forecast.Days, day => Assert.InRange(day.Peak, 0, 150));
    }

    [Fact]
    public void B2_23_What_is_over_it_already_reaches_it_at_once()
    {
        var forecast = Of(3 * Week, _ => 100, capacity: 90);

        Assert.Equal((Start.AddHours(3 * Week), Start.AddHours(3 * Week)), (forecast.ReachedAt, forecast.Latest));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(23)]
    public void B2_23_Too_little_is_said_to_be_too_little_and_how_much_it_takes(int hours)
    {
        var forecast = Of(hours, _ => 100, capacity: 90);

        Assert.Equal((ForecastMethod.NotEnoughData, hours), (forecast.Method, forecast.KnownHours));
        Assert.Equal($"A forecast needs 24 whole hours that were counted; there are {hours}.", forecast.Why);
        Assert.Null(forecast.ReachedAt);
        Assert.Empty(forecast.Days);
    }

    [Theory]
    [InlineData(24, "HoltLinear")]
    [InlineData(71, "HoltLinear")]
    [InlineData(72, "HoltWintersDaily")]
    [InlineData(335, "HoltWintersDaily")]
    [InlineData(336, "HoltWintersWeekly")]
    public void B2_23_It_takes_as_much_season_as_the_hours_show(int hours, string method) =>
        Assert.Equal(method, Of(hours, _ => 100, capacity: null).Method.ToString());

    [Fact]
    public void B2_23_Hours_that_nobody_counted_are_no_hours_without_requests()
    {
        var whole = Of(4 * Week, Curve, capacity: 160);
        var gaps = TrafficForecast.Of(
            HourlySeries.Of([.. Enumerable.Range(0, 4 * Week).Where(hour => hour % 11 != 5).Select(hour => (Start.AddHours(hour), (long)(3_600 * Curve(hour))))]), null, 90, 160);

        Assert.Equal((0, 61), (whole.UnknownHours, gaps.UnknownHours));
        Assert.InRange((gaps.ReachedAt!.Value - whole.ReachedAt!.Value).TotalDays, -2, 2);

        static double Curve(int hour) => 100 + (hour / 24.0) + (20 * Math.Sin(2 * Math.PI * hour / 24));
    }

    [Fact]
    public void B2_23_Nineteen_of_twenty_hours_to_come_are_within_the_interval()
    {
        var noise = new Random(4);
        double Value(int hour) => 100 + (30 * Math.Sin(2 * Math.PI * hour / 24)) + Normal(noise);
        var values = Enumerable.Range(0, (4 * Week) + (2 * Week)).Select(Value).ToList();

        var foretold = ExponentialSmoothing.Fit([.. values.Take(4 * Week).Select(value => (double?)value)], 24).Forecast(2 * Week);

        var within = foretold.Zip(values.Skip(4 * Week), (hour, truth) => Math.Abs(truth - hour.Mean) <= 1.96 * hour.Deviation).Average(inside => inside ? 1.0 : 0.0);
        Assert.InRange(within, 0.9, 1);
    }

    [Fact]
    public void B2_23_Without_a_capacity_there_is_nothing_to_reach()
    {
        var forecast = Of(3 * Week, _ => 100, capacity: null);

        Assert.Null(forecast.ReachedAt);
        Assert.Contains("set Analytics:CapacityRequestsPerSecond", forecast.Outcome, StringComparison.Ordinal);
        Assert.Equal(90, forecast.Days.Count);
    }

    [Fact]
    public void B2_23_A_horizon_beyond_the_history_is_said_to_be_only_a_direction() =>
        Assert.Contains("90 days ahead from 3 days of history", Of(72, _ => 100, capacity: 200).Outcome, StringComparison.Ordinal);

    private static TrafficForecast Of(int hours, Func<int, double> perSecond, double? capacity, int horizonDays = 90) => TrafficForecast.Of(
        new(Start, [.. Enumerable.Range(0, hours).Select(hour => (double?)perSecond(hour))]), null, horizonDays, capacity);

    /// <param name="forecast">Made at the end of the hours.</param>
    /// <param name="hours">Of history.</param>
    /// <param name="truth">The hour, from the beginning of the history, in which the capacity is reached.</param>
    /// <param name="share">Of the time from the end of the history.</param>
    private static void AssertReached(TrafficForecast forecast, int hours, int truth, double share)
    {
        Assert.NotNull(forecast.ReachedAt);
        var foretold = (forecast.ReachedAt.Value - Start).TotalHours - hours;
        Assert.InRange(foretold, (truth - hours) * (1 - share), (truth - hours) * (1 + share));
    }

    /// <summary>By Box and Muller.</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
