namespace SystemDesign.Tests.Integration.Support;

/// <summary>Time that passes when a test says so, for those who read it and for those who wait for it.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock access = new();
    private readonly List<Timer> timers = [];
    private readonly List<(TimeSpan DueTime, TaskCompletionSource Set)> watchers = [];
    private DateTimeOffset now = DateTimeOffset.UtcNow;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (access)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan span)
    {
        List<Timer> due;
        lock (access)
        {
            now += span;
            due = [.. timers.Where(timer => timer.Due <= now)];
            due.ForEach(timer => timer.Due = timer.Period == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : now + timer.Period);
        }

        due.ForEach(timer => timer.Ring());
    }

    /// <summary>Ends when somebody begins to wait for this long: from then on an <see cref="Advance"/> reaches them.</summary>
    public Task NextWaitOf(TimeSpan dueTime)
    {
        var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (access)
        {
            watchers.Add((dueTime, set));
        }

        return set.Task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Set(Timer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (access)
        {
            timer.Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : now + dueTime;
            timer.Period = period;
            timers.Remove(timer);
            timers.Add(timer);
            foreach (var watcher in watchers.Where(watcher => watcher.DueTime == dueTime).ToList())
            {
                watchers.Remove(watcher);
                watcher.Set.SetResult();
            }
        }
    }

    private void Remove(Timer timer)
    {
        lock (access)
        {
            timers.Remove(timer);
        }
    }

    private sealed class Timer(ManualClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
