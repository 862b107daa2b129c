namespace SystemDesign.Kernel.Time;

public static class Clock
{
    /// <summary>
    /// The instant in UTC, cut to whole microseconds: the finest that both databases keep. So what a creation
    /// answers is what a later read answers.
    /// </summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
