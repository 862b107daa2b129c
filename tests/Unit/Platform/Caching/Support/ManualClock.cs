namespace SystemDesign.Tests.Unit.Platform.Caching.Support;

/// <summary>Time that passes when a test says so; timers that are due by then fire in it.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock changes = new();
    private readonly HashSet<ManualTimer> timers = [];
    private DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (changes)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan span)
    {
        List<ManualTimer> due;
        lock (changes)
        {
            now += span;
            due = [.. timers.Where(timer => timer.TakeIfDue(now))];
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class ManualTimer(ManualClock clock, Action fire) : ITimer
    {
        private DateTimeOffset due = DateTimeOffset.MaxValue;
        private TimeSpan every = Timeout.InfiniteTimeSpan;

        public void Fire() => fire();

        public bool TakeIfDue(DateTimeOffset now)
        {
            if (due > now)
            {
                return false;
            }

            due = every > TimeSpan.Zero ? now + every : DateTimeOffset.MaxValue;
            return true;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.changes)
            {
                due = dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : clock.now + dueTime;
                every = period;
                return clock.timers.Add(this) || true;
            }
        }

        public void Dispose()
        {
            lock (clock.changes)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
