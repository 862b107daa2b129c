namespace SystemDesign.UrlShortener.Domain.Capacity;

/// <summary>What a capacity is computed from.</summary>
/// <param name="Default">Where nothing is said.</param>
/// <param name="Minimum">Inclusive.</param>
/// <param name="Maximum">Inclusive; so small that nothing overflows.</param>
internal sealed record CapacityInput(decimal Default, decimal Minimum, decimal Maximum)
{
    /// <summary>Links that are made a second, on average.</summary>
    public static CapacityInput LinksPerSecond { get; } = new(1_000, 0.001m, 1_000_000);

    /// <summary>How long links are made, and kept; of 365 days. Ten are the notes' (US-1).</summary>
    public static CapacityInput Years { get; } = new(10, 0.1m, 100);

    /// <summary>What a link takes on disk.</summary>
    public static CapacityInput BytesPerLink { get; } = new(200, 1, 100_000);
}
