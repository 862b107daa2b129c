using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.Tests.Unit.UrlShortener;

public sealed class DaysTests
{
    private static readonly DateOnly Today = new(2026, 8, 1);

    [Theory]
    [InlineData(null, null, "2026-07-03", "2026-08-01", 30)]
    [InlineData("", "", "2026-07-03", "2026-08-01", 30)]
    [InlineData("2026-07-31", null, "2026-07-31", "2026-08-01", 2)]
    [InlineData(null, "2026-02-28", "2026-01-30", "2026-02-28", 30)]
    [InlineData("2026-08-01", "2026-08-01", "2026-08-01", "2026-08-01", 1)]
    [InlineData("2026-08-02", "2026-08-01", "2026-08-02", "2026-08-01", 0)]
    [InlineData(null, "0001-01-02", "0001-01-01", "0001-01-02", 2)]
    [InlineData("9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31", 1)]
    public void Are_30_up_to_today_unless_it_is_said_otherwise(string? from, string? to, string first, string last, int count)
    {
        var days = Days.Parse(from, to, Today);

        Assert.Equal((first, last, count), ($"{days.First:yyyy-MM-dd}", $"{days.Last:yyyy-MM-dd}", days.Count));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-8-1")]
    [InlineData("2026-02-29")]
    [InlineData("2026-08-01T00:00:00Z")]
    [InlineData("2026-08-01,2026-08-02")]
    [InlineData(" 2026-08-01")]
    [InlineData("20260801")]
    [InlineData("٢٠٢٦-٠٨-٠١")]
    public void Are_written_in_one_way_only(string day) => Assert.False(Days.CanParse(day));
}
