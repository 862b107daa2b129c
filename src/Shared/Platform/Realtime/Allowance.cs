namespace SystemDesign.Platform.Realtime;

/// <summary>How many frames a client may send: 60 at once, and 10 more with each second (a token bucket).</summary>
internal struct Allowance(TimeProvider clock)
{
    private const double Most = 60;
    private const double PerSecond = 10;

    private double left = Most;
    private long counted = clock.GetTimestamp();

    public bool TryTake()
    {
        var now = clock.GetTimestamp();
        left = Math.Min(Most, left + (clock.GetElapsedTime(counted, now).TotalSeconds * PerSecond));
        counted = now;
        if (left < 1)
        {
            return false;
        }

        left--;
        return true;
    }
}
