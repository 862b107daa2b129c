namespace SystemDesign.Platform.Seeding;

/// <summary>What came of it.</summary>
/// <param name="Rows">By kind.</param>
/// <param name="Next">What to do with it now; sentences.</param>
public sealed record SeedReport(IReadOnlyList<SeededRows> Rows, string Next);
