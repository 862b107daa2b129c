namespace SystemDesign.Tests.Architecture.Probes.Bans;

internal sealed class HiddenTimeAndChance
{
    private static readonly DateTime Started = DateTime.UtcNow;

    public static DateTime Local() => DateTime.Now;

    public static DateTime Today() => DateTime.Today;

    public static DateTimeOffset Offset() => DateTimeOffset.Now;

    public static DateTimeOffset UtcOffset() => DateTimeOffset.UtcNow;

    public static int Ticks() => Environment.TickCount;

    public static long ManyTicks() => Environment.TickCount64;

    public static IEnumerable<Guid> Ids()
    {
        yield return Guid.NewGuid();
    }

    public static Func<T, Task<Guid>> InAsyncLambda<T>() => async _ =>
    {
        await Task.Yield();
        return Guid.NewGuid();
    };

    public static TimeSpan SinceStart(TimeProvider clock) => clock.GetUtcNow() - Started;

    public static Guid Ordered(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
