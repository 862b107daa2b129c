using SystemDesign.Platform.Retrying;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>When a handler that failed is tried again: after 1 s, 2 s, 4 s ... and in the end not any more.</summary>
internal static class RetrySchedule
{
    public const int MaximumAttempts = 8;

    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));

    /// <param name="attempts">How often it failed, 1 or more.</param>
    public static TimeSpan DelayAfter(int attempts) => Backoff.DelayAfter(attempts);
}
