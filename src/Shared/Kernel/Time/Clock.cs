namespace SystemDesign.Kernel.Time;

public static class Clock
{
    /// <summary>
    /// The instant in UTC, cut to whole microseconds: the finest that both databases keep. So what a creation
    /// answers is what a later read answers.
    /// </summary>
    public static DateTimeOffset Now(this TimeProvider clock) => AsStored(clock.GetUtcNow());

    /// <summary>The same of an instant that a client gave, so that the two can be compared.</summary>
    public static DateTimeOffset AsStored(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
