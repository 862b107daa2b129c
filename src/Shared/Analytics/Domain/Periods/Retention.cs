using SystemDesign.Kernel.Time;

namespace SystemDesign.Analytics.Domain.Periods;

/// <summary>
/// What is still counted under which step. Whatever comes late goes where it happened: to its minute, hour and day at once. When its
/// minute would be gone by now it goes to its hour and day only, and when its hour would, to its day only.
/// </summary>
internal sealed class Retention(AnalyticsOptions options, TimeProvider clock)
{
    /// <summary>The first minute or hour that is kept. Whole hours of minutes, and whole days of hours, so that what is kept adds up.</summary>
    public DateTimeOffset FirstKept(Step step) => step switch
    {
        Step.Minute => Step.Hour.StartOf(clock.Now() - TimeSpan.FromDays(options.MinuteDays)),
        Step.Hour => Step.Day.StartOf(clock.Now() - TimeSpan.FromDays(options.HourDays)),
        _ => DateTimeOffset.MinValue,
    };

    /// <summary>Each step that something which happened then is counted under, with the beginning of its minute, hour or day.</summary>
    public IEnumerable<(Step Step, DateTimeOffset Start)> PlacesOf(DateTimeOffset occurredAt) =>
        from step in Steps.All
        let start = step.StartOf(occurredAt)
        where start >= FirstKept(step)
        select (step, start);
}
