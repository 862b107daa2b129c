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
    public Quota Take(WindowKey key, int limit)
    {
        var now = Now;
        while (true)
        {
            var window = windows.GetOrAdd(key, static _ => new());
            if (window.Take(now, limit) is { } quota)
            {
                return quota;
            }

            Remove(key, window);
        }
    }

    public ValueTask<Quota> TakeAsync(WindowKey key, int limit, CancellationToken cancellationToken) => new(Take(key, limit));

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
