namespace SystemDesign.Analytics.Domain.Forecasts;

/// <summary>How many requests will come, and when they are more than the product bears.</summary>
/// <param name="Route" example="/s/{code}">A template; nothing: all.</param>
/// <param name="Method">What the forecast was made by.</param>
/// <param name="Why" example="There are 500 hours, and 336 show what a week is like.">Why by that.</param>
/// <param name="KnownHours" example="500">Whole hours that were counted.</param>
/// <param name="UnknownHours" example="3">Hours in between in which no instance was there to count. The forecast does not take them for hours without requests.</param>
/// <param name="CapacityRequestsPerSecond" example="2000">What the product bears, as it was set; nothing if it was not.</param>
/// <param name="Outcome" example="The mean of an hour reaches 2000 requests per second on 2026-10-01.">In one sentence.</param>
/// <param name="ReachedAt" example="2026-10-01T12:00:00Z">The first hour whose mean is no less than the capacity; nothing: none within the horizon.</param>
/// <param name="Earliest" example="2026-09-12T12:00:00Z">The same by the upper end of the interval; nothing: none within the horizon.</param>
/// <param name="Latest" example="2026-10-28T12:00:00Z">The same by the lower end of the interval; nothing: none within the horizon.</param>
/// <param name="Days">What is to come, day by day.</param>
internal sealed record TrafficForecast(
    string? Route,
    ForecastMethod Method,
    string Why,
    int KnownHours,
    int UnknownHours,
    double? CapacityRequestsPerSecond,
    string Outcome,
    DateTimeOffset? ReachedAt,
    DateTimeOffset? Earliest,
    DateTimeOffset? Latest,
    IReadOnlyList<DayForecast> Days)
{
    public const int MaximumHorizonDays = 365;

    public const int UsualHorizonDays = 90;

    /// <summary>Without them there is no forecast.</summary>
    public const int MinimumHours = 24;

    /// <summary>Three days show what a day is like.</summary>
    public const int HoursForDaily = 3 * Day;

    /// <summary>Two weeks show what a week is like.</summary>
    public const int HoursForWeekly = 2 * Week;

    private const int Day = 24;
    private const int Week = 7 * Day;

    /// <summary>19 of 20 times the truth is within so many standard deviations, if the past is like the future and errors are normal.</summary>
    private const double Interval = 1.96;

    /// <param name="series">Whole hours.</param>
    /// <param name="route">A template; nothing: all.</param>
    /// <param name="horizonDays">1 to 365.</param>
    /// <param name="capacity">Requests per second; nothing if it is not known.</param>
    public static TrafficForecast Of(HourlySeries series, string? route, int horizonDays, double? capacity)
    {
        var (method, period, why) = Choose(series.Known);
        if (method is ForecastMethod.NotEnoughData)
        {
            return new(route, method, why, series.Known, series.Gaps, capacity, why, null, null, null, []);
        }

        var hours = ExponentialSmoothing.Fit(series.Values, period).Forecast(horizonDays * Day)
            .Select((value, ahead) => new HourForecast(
                series.End.AddHours(ahead), value.Mean, value.Mean - (Interval * value.Deviation), value.Mean + (Interval * value.Deviation)))
            .ToList();
        var reached = FirstAt(hours, capacity, hour => hour.Mean);
        return new(
            route,
            method,
            why,
            series.Known,
            series.Gaps,
            capacity,
            OutcomeOf(reached, capacity, horizonDays, series.Values.Count / Day),
            reached,
            FirstAt(hours, capacity, hour => hour.Upper),
            FirstAt(hours, capacity, hour => hour.Lower),
            [.. hours.GroupBy(hour => DateOnly.FromDateTime(hour.At.UtcDateTime)).Select(DayForecast.Of)]);
    }

    private static (ForecastMethod Method, int Period, string Why) Choose(int known) => known switch
    {
        < MinimumHours => (ForecastMethod.NotEnoughData, 1, $"A forecast needs {MinimumHours} whole hours that were counted; there are {known}."),
        < HoursForDaily => (ForecastMethod.HoltLinear, 1, $"There are {known} hours, and it takes {HoursForDaily} to know what a day is like: so it is a level and a trend."),
        < HoursForWeekly => (ForecastMethod.HoltWintersDaily, Day, $"There are {known} hours, enough to know what a day is like; for a week it takes {HoursForWeekly}."),
        _ => (ForecastMethod.HoltWintersWeekly, Week, $"There are {known} hours, and {HoursForWeekly} show what a week is like."),
    };

    private static DateTimeOffset? FirstAt(IReadOnlyList<HourForecast> hours, double? capacity, Func<HourForecast, double> value) =>
        hours.Where(hour => value(hour) >= capacity).Select(hour => (DateTimeOffset?)hour.At).FirstOrDefault();

    private static string OutcomeOf(DateTimeOffset? reached, double? capacity, int horizonDays, int historyDays)
    {
        if (capacity is null)
        {
            return $"No capacity is set, so there is nothing to reach: set {AnalyticsOptions.Section}:{nameof(AnalyticsOptions.CapacityRequestsPerSecond)}.";
        }

        var caution = horizonDays > historyDays ? $" It looks {horizonDays} days ahead from {historyDays} days of history: take it as a direction." : string.Empty;
        return reached is { } at
            ? FormattableString.Invariant($"The mean of an hour reaches {capacity} requests per second on {at:yyyy-MM-dd}.{caution}")
            : FormattableString.Invariant($"The mean of an hour does not reach {capacity} requests per second within {horizonDays} days.{caution}");
    }
}

/// <summary>What a day will bring, in requests per second.</summary>
/// <param name="Day" example="2026-09-01">In UTC.</param>
/// <param name="Mean" example="700">Over the day.</param>
/// <param name="Peak" example="1200">The mean of its busiest hour.</param>
/// <param name="PeakLower" example="1000">The lower end of that hour's interval: 19 of 20 times the truth is within it, if the past is like the future.</param>
/// <param name="PeakUpper" example="1400">The upper end.</param>
internal sealed record DayForecast(DateOnly Day, double Mean, double Peak, double PeakLower, double PeakUpper)
{
    public static DayForecast Of(IGrouping<DateOnly, HourForecast> hours)
    {
        var peak = hours.MaxBy(hour => hour.Mean)!;
        return new(hours.Key, Shown(hours.Average(hour => hour.Mean)), Shown(peak.Mean), Shown(peak.Lower), Shown(peak.Upper));
    }

    /// <summary>A line may fall below nothing; requests do not.</summary>
    private static double Shown(double requests) => Math.Round(Math.Max(0, requests), 3);
}

/// <summary>What an hour will bring, in requests per second.</summary>
internal sealed record HourForecast(DateTimeOffset At, double Mean, double Lower, double Upper);
