using System.Net;
using SystemDesign.Platform.RateLimiting;

namespace SystemDesign.Tests.Unit.Platform.RateLimiting;

[Trait("Notes", "B2-9")]
public sealed class MemoryWindowsTests : IDisposable
{
    private readonly Hand clock = new();
    private readonly MemoryWindows windows;

    public MemoryWindowsTests() => windows = new(clock);

    public void Dispose()
    {
        windows.Dispose();
        clock.Dispose();
    }

    [Fact]
    public void Each_caller_has_their_own_of_each_limit()
    {
        Assert.True(windows.Take(Limit("one", 1), Caller(1)).IsGranted);
        Assert.False(windows.Take(Limit("one", 1), Caller(1)).IsGranted);
        Assert.True(windows.Take(Limit("one", 1), Caller(2)).IsGranted);
        Assert.True(windows.Take(Limit("other", 1), Caller(1)).IsGranted);
    }

    [Fact]
    public void Who_does_not_come_any_more_is_forgotten_and_who_does_is_not()
    {
        for (var caller = 1; caller <= 1_000; caller++)
        {
            windows.Take(Limit("one", 60), Caller(caller));
        }

        clock.Advance(TimeSpan.FromSeconds(59));
        windows.Take(Limit("one", 60), Caller(1));
        clock.Tick();
        Assert.Equal(1_000, windows.Count);

        clock.Advance(TimeSpan.FromSeconds(1));
        clock.Tick();
        Assert.Equal(1, windows.Count);
        Assert.Equal(58, windows.Take(Limit("one", 60), Caller(1)).Remaining);
    }

    [Fact]
    public void Sweeps_every_minute() => Assert.Equal((SlidingWindow.Length, SlidingWindow.Length), clock.TimerTimes);

    private static RateLimit Limit(string name, int perMinute) => new(name, perMinute, CountedBy.Address, "a setting");

    private static Caller Caller(int number) => SystemDesign.Platform.RateLimiting.Caller.Of(new IPAddress(number));

    /// <summary>A clock that is moved, and whose one timer is fired, by hand.</summary>
    private sealed class Hand : TimeProvider, ITimer
    {
        private long now;
        private Action? fire;

        public (TimeSpan Due, TimeSpan Period) TimerTimes { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            fire = () => callback(state);
            TimerTimes = (dueTime, period);
            return this;
        }

        public void Advance(TimeSpan span) => now += span.Ticks;

        public void Tick() => fire!();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => fire = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
