namespace SystemDesign.Platform.Erasing;

public static class ErasureTimes
{
    /// <summary>Longer than an access token lives (10 minutes), by more than the clocks of instances may differ.</summary>
    public static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(15);

    /// <summary>How long an instance has for a portion; then another may take over.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
}
