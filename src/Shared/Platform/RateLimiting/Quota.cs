namespace SystemDesign.Platform.RateLimiting;

/// <summary>What became of a request for one more, and what is left.</summary>
/// <param name="IsGranted">Whether there was one.</param>
/// <param name="Remaining">How many are left now.</param>
/// <param name="Reset">How long until there is one more than that: somebody who was refused and waits as long gets it.</param>
internal readonly record struct Quota(bool IsGranted, int Remaining, TimeSpan Reset)
{
    /// <summary>Rounded up: who comes a fraction of a second early is refused.</summary>
    public long ResetSeconds => (Reset.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
}
