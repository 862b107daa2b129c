namespace SystemDesign.Platform.Idempotency;

/// <summary>How long things last here.</summary>
internal static class Keeping
{
    /// <summary>How long a request waits for another with its key.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long an answer is kept. An expired key is free whether its row is there or not.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>What was kept at this instant or before is free.</summary>
    public static DateTimeOffset ExpiredAt(DateTimeOffset now) => now - Lifetime;
}
