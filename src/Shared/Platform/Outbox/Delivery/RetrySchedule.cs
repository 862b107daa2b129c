using System.Security.Cryptography;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>When a handler that failed is tried again: after 1 s, 2 s, 4 s ... and in the end not any more.</summary>
internal static class RetrySchedule
{
    public const int MaximumAttempts = 8;

    private const double LongestSeconds = 300;

    /// <param name="attempts">How often it failed, 1 or more.</param>
    /// <returns>Up to a tenth more than the step, so that what failed together is not tried together again.</returns>
    public static TimeSpan DelayAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts - 1), LongestSeconds) * (1 + (RandomNumberGenerator.GetInt32(1_000) / 10_000.0)));
}
