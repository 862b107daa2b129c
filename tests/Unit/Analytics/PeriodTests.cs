using SystemDesign.Analytics.Domain;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Tests.Unit.Platform.Caching.Support;

namespace SystemDesign.Tests.Unit.Analytics;

public sealed class PeriodTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 1, 15, 42, 10, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, null, "2026-07-31T16:00", "2026-08-01T16:00", 24)]
    [InlineData(null, null, "minute", "2026-08-01T15:19", "2026-08-01T15:43", 24)]
    [InlineData("2026-07-01", null, "day", "2026-07-01T00:00", "2026-08-02T00:00", 32)]
    [InlineData("2026-08-01T10:30:00Z", "2026-08-01T12:00:00Z", "hour", "2026-08-01T10:00", "2026-08-01T12:00", 2)]
    [InlineData("2026-08-01T10:30:00+02:00", "2026-08-01T12:00:00.5+02:00", "hour", "2026-08-01T08:00", "2026-08-01T11:00", 3)]
    [InlineData("2026-08-01", "2026-08-01", "hour", "2026-08-01T00:00", "2026-08-01T00:00", 0)]
    public void Is_whole_steps_of_UTC(string? from, string? to, string? step, string begins, string ends, long count)
    {
        var period = Period.Parse(from, to, step, Now);

        Assert.Equal((begins, ends, count), ($"{period.From:yyyy-MM-ddTHH:mm}", $"{period.To:yyyy-MM-ddTHH:mm}", period.Count));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-8-1")]
    [InlineData("2026-02-29")]
    [InlineData("01/08/2026")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Is_written_in_one_way_only(string instant) => Assert.False(Period.CanParse(instant));

    [Fact]
    public void What_comes_late_goes_where_it_happened_as_far_as_that_is_kept()
    {
        var clock = new ManualClock();
        var now = clock.GetUtcNow();
        var retention = new Retention(new AnalyticsOptions(), clock);

        Assert.Equal([Step.Minute, Step.Hour, Step.Day], StepsOf(now));
        Assert.Equal([Step.Minute, Step.Hour, Step.Day], StepsOf(now.AddDays(-2)));
        Assert.Equal([Step.Hour, Step.Day], StepsOf(now.AddDays(-2).AddHours(-1)));
        Assert.Equal([Step.Hour, Step.Day], StepsOf(now.AddDays(-60)));
        Assert.Equal([Step.Day], StepsOf(now.AddDays(-61)));

        IEnumerable<Step> StepsOf(DateTimeOffset instant) => retention.PlacesOf(instant).Select(place => place.Step);
    }
}
