using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Notifications.Domain.Preferences;

namespace SystemDesign.Tests.Unit.Notifications;

public sealed class QuietHoursTests
{
    /// <summary>With clocks that are set by an hour, by half of one, on the other half of the year, and never.</summary>
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata", "UTC"];

    private static readonly DateTimeOffset Beginning = new(2025, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Theory]
    [InlineData("22:00", "07:00", "2026-07-01T21:59:59+02:00", null)]
    [InlineData("22:00", "07:00", "2026-07-01T22:00:00+02:00", "2026-07-02T07:00:00+02:00")]
    [InlineData("22:00", "07:00", "2026-07-02T06:59:59+02:00", "2026-07-02T07:00:00+02:00")]
    [InlineData("22:00", "07:00", "2026-07-02T07:00:00+02:00", null)]
    [InlineData("13:00", "14:30", "2026-07-02T13:30:00+02:00", "2026-07-02T14:30:00+02:00")]
    [InlineData("13:00", "14:30", "2026-07-02T12:59:00+02:00", null)]
    public void End_when_the_clock_on_the_wall_shows_it_across_midnight_too(string from, string until, string now, string? end) =>
        Assert.Equal(Instant(end), Of(from, until).EndAt(Instant(now)!.Value, Berlin));

    [Theory]
    [InlineData("a night that is an hour short", "22:00", "07:00", "2026-03-28T23:30:00+01:00", "2026-03-29T07:00:00+02:00")]
    [InlineData("a night that is an hour long", "22:00", "07:00", "2026-10-24T23:30:00+02:00", "2026-10-25T07:00:00+01:00")]
    [InlineData("an end that is skipped", "23:00", "02:30", "2026-03-29T01:30:00+01:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("after an end that is skipped", "23:00", "02:30", "2026-03-29T03:00:00+02:00", null)]
    [InlineData("a beginning that is skipped", "02:30", "05:00", "2026-03-29T03:00:00+02:00", "2026-03-29T05:00:00+02:00")]
    [InlineData("before a beginning that is skipped", "02:30", "05:00", "2026-03-29T01:59:59+01:00", null)]
    [InlineData("all of them skipped", "02:10", "02:50", "2026-03-29T03:00:00+02:00", null)]
    [InlineData("an end that comes twice", "23:00", "02:30", "2026-10-25T02:45:00+02:00", "2026-10-25T02:30:00+01:00")]
    [InlineData("a beginning that comes twice", "02:30", "04:00", "2026-10-25T02:10:00+01:00", "2026-10-25T04:00:00+01:00")]
    [InlineData("before a beginning that comes twice", "02:30", "04:00", "2026-10-25T02:29:59+02:00", null)]
    public void Bear_clocks_that_are_set(string what, string from, string until, string now, string? end)
    {
        Assert.NotEmpty(what);
        Assert.Equal(Instant(end), Of(from, until).EndAt(Instant(now)!.Value, Berlin));
    }

    [Fact]
    public void Are_what_the_wall_shows_wherever_no_clock_is_set_nearby() => Prop.ForAll(Moments(), moment =>
    {
        var shown = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment.Now, moment.Zone).DateTime);
        var quiet = moment.Hours.From < moment.Hours.Until
            ? moment.Hours.From <= shown && shown < moment.Hours.Until
            : shown >= moment.Hours.From || shown < moment.Hours.Until;
        return IsNearChange(moment) || quiet == moment.Hours.EndAt(moment.Now, moment.Zone) is not null;
    }).Check(Thorough);

    [Fact]
    public void Are_over_at_their_end_and_last_until_then() => Prop.ForAll(Moments(), moment =>
    {
        if (moment.Hours.EndAt(moment.Now, moment.Zone) is not { } end)
        {
            return true;
        }

        var between = moment.Now + ((end - moment.Now) / 2);
        return end > moment.Now
            && end - moment.Now < TimeSpan.FromHours(49)
            && moment.Hours.EndAt(end, moment.Zone) is null
            && moment.Hours.EndAt(between, moment.Zone) == end;
    }).Check(Thorough);

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("UTC", true)]
    [InlineData("W. Europe Standard Time", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("Europe/../Europe/Berlin", false)]
    [InlineData("/usr/share/zoneinfo/UTC", false)]
    [InlineData("Mars/Olympus", false)]
    [InlineData("", false)]
    public void Take_the_zones_of_IANA_and_nothing_else(string name, bool isZone) => Assert.Equal(isZone, TimeZones.Find(name) is not null);

    private static TimeZoneInfo Berlin => TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static QuietHours Of(string from, string until) => new QuietTimes(from, until).Read();

    private static DateTimeOffset? Instant(string? text) => text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsNearChange(Moment moment) =>
        moment.Zone.GetUtcOffset(moment.Now.AddDays(-2)) != moment.Zone.GetUtcOffset(moment.Now.AddDays(2));

    private static Arbitrary<Moment> Moments() => (
        from zone in Gen.Elements(Zones)
        from minute in Gen.Choose(0, 400 * 24 * 60)
        from second in Gen.Choose(0, 59)
        from start in Gen.Choose(0, (24 * 60) - 1)
        from length in Gen.Choose(1, (24 * 60) - 1)
        select new Moment(TimeZoneInfo.FindSystemTimeZoneById(zone), Beginning.AddMinutes(minute).AddSeconds(second), QuietHours.OfMinutes(start, start + length))).ToArbitrary();

    private sealed record Moment(TimeZoneInfo Zone, DateTimeOffset Now, QuietHours Hours);
}
