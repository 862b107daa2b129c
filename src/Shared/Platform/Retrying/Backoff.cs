using System.Security.Cryptography;

namespace SystemDesign.Platform.Retrying;

/// <summary>How long one waits before trying again what failed: twice as long each time.</summary>
/// <param name="First">After the first failure.</param>
/// <param name="Longest">Never longer, but for the jitter.</param>
public sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    /// <param name="attempts">How often it failed, 1 or more.</param>
    /// <returns>Up to a tenth more than the step, so that what failed together is not tried together again.</returns>
    public TimeSpan DelayAfter(int attempts) => TimeSpan.FromSeconds(
        Math.Min(First.TotalSeconds * Math.Pow(2, attempts - 1), Longest.TotalSeconds) * (1 + (RandomNumberGenerator.GetInt32(1_000) / 10_000.0)));
}
