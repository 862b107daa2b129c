using System.Collections.Concurrent;

namespace SystemDesign.Platform.RateLimiting;

/// <summary>Windows in this process. Those of callers who have not come for a minute go within another.</summary>
internal sealed class MemoryWindows : IWindows, IDisposable
{
    private readonly ConcurrentDictionary<WindowKey, SlidingWindow> windows = new();
    private readonly TimeProvider clock;
    private readonly long started;
    private readonly ITimer timer;

    public MemoryWindows(TimeProvider clock)
    {
        this.clock = clock;
        started = clock.GetTimestamp();
        timer = clock.CreateTimer(_ => Sweep(), null, SlidingWindow.Length, SlidingWindow.Length);
    }

    public int Count => windows.Count;

    /// <summary>By a clock that nobody sets: were that of the day set back, who is refused would stay so for as long.</summary>
    private TimeSpan Now => clock.GetElapsedTime(started);

    /// <inheritdoc cref="IWindows.TakeAsync"/>
    public Quota Take(RateLimit limit, Caller caller)
    {
        var (now, key) = (Now, new WindowKey(limit.Name, caller));
        while (true)
        {
            var window = windows.GetOrAdd(key, static _ => new());
            if (window.Take(now, limit.PerMinute) is { } quota)
            {
                return quota;
            }

            Remove(key, window);
        }
    }

    public ValueTask<Quota?> TakeAsync(RateLimit limit, Caller caller) => new(Take(limit, caller));

    public void Dispose() => timer.Dispose();

    private void Sweep()
    {
        var now = Now;
        foreach (var (key, window) in windows)
        {
            if (window.TryClose(now))
            {
                Remove(key, window);
            }
        }
    }

    private void Remove(WindowKey key, SlidingWindow window) => windows.TryRemove(new(key, window));
}
