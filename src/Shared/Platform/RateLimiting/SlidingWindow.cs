namespace SystemDesign.Platform.RateLimiting;

/// <summary>
/// What one caller took in the last minute. It keeps two promises: in no minute, wherever it begins, is more than the
/// limit granted; and nobody is refused who took fewer than the limit in the last 61 seconds.
/// </summary>
/// <remarks>
/// It is a log of the grants, in which those within a second of each other share an entry that leaves a minute after
/// the last of them: at most 62 entries, however high the limit. The usual counter of two fixed minutes, the earlier
/// one weighted (Cloudflare, "How we built rate limiting capable of scaling to millions of domains"), is smaller but
/// takes the earlier minute's requests for evenly spread: after a burst at its end it grants almost twice the limit in
/// one minute. The framework's SlidingWindowRateLimiter moves by a timer of its own, which no test can set.
/// </remarks>
internal sealed class SlidingWindow
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    /// <summary>What has the same entry lies within this.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(1);

    private readonly Lock access = new();
    private readonly Queue<(TimeSpan Last, int Count)> older = new();

    /// <summary>The entry that is still open; none if its count is 0.</summary>
    private (TimeSpan First, TimeSpan Last, int Count) newest;

    private int taken;
    private bool isClosed;

    /// <param name="now">Since any fixed moment.</param>
    /// <param name="limit">At least 1.</param>
    /// <returns>Nothing if the window was closed; a new one takes its place.</returns>
    public Quota? Take(TimeSpan now, int limit)
    {
        lock (access)
        {
            if (isClosed)
            {
                return null;
            }

            // Whoever read the clock first need not be here first.
            now = now < newest.Last ? newest.Last : now;
            Forget(now);
            var isGranted = taken < limit;
            if (isGranted)
            {
                Add(now);
            }

            var oldest = older.TryPeek(out var entry) ? entry.Last : newest.Last;
            return new(isGranted, limit - taken, oldest + Length - now);
        }
    }

    /// <summary>Closes the window if there is nothing to remember.</summary>
    public bool TryClose(TimeSpan now)
    {
        lock (access)
        {
            Forget(now);
            return isClosed = taken == 0;
        }
    }

    private void Add(TimeSpan now)
    {
        if (newest.Count > 0 && now - newest.First >= Grain)
        {
            older.Enqueue((newest.Last, newest.Count));
            newest = default;
        }

        newest = (newest.Count == 0 ? now : newest.First, now, newest.Count + 1);
        taken++;
    }

    private void Forget(TimeSpan now)
    {
        while (older.TryPeek(out var oldest) && now - oldest.Last >= Length)
        {
            taken -= older.Dequeue().Count;
        }

        if (newest.Count > 0 && now - newest.Last >= Length)
        {
            (newest, taken) = (default, 0);
        }
    }
}
