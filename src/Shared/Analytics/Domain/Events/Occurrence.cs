namespace SystemDesign.Analytics.Domain.Events;

/// <summary>Something that happened once.</summary>
/// <param name="Name">See <see cref="EventNames"/>.</param>
/// <param name="OccurredAt">When it happened, and not when it came; UTC.</param>
internal sealed record Occurrence(string Name, DateTimeOffset OccurredAt);
