namespace SystemDesign.Platform.Seeding;

/// <param name="Kind">Plural.</param>
/// <param name="Made">Now.</param>
/// <param name="Kept">There already, and not made again.</param>
public sealed record SeededRows(string Kind, long Made, long Kept = 0);
