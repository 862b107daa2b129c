namespace SystemDesign.Kernel.Seeding;

/// <summary>When everything that is seeded happened: a year that is the same for ever, so that the rows are, too.</summary>
public static class SeededPeriod
{
    public static DateTimeOffset Start { get; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Not in it any more.</summary>
    public static DateTimeOffset End { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
