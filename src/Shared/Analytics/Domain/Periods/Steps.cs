namespace SystemDesign.Analytics.Domain.Periods;

internal static class Steps
{
    public static IReadOnlyList<Step> All { get; } = [Step.Minute, Step.Hour, Step.Day];

    public static TimeSpan Length(this Step step) => step switch
    {
        Step.Minute => TimeSpan.FromMinutes(1),
        Step.Hour => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    /// <summary>The beginning of the minute, hour or day of UTC that an instant is in.</summary>
    public static DateTimeOffset StartOf(this Step step, DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % step.Length().Ticks));
    }

    /// <returns>Nothing if it is no step.</returns>
    public static Step? Find(string? word) => word switch
    {
        "minute" => Step.Minute,
        "hour" => Step.Hour,
        "day" => Step.Day,
        _ => null,
    };
}
