namespace SystemDesign.Analytics.Data;

/// <summary>How often a property of a custom event had a value in a day.</summary>
internal sealed class PropertyCount
{
    /// <summary>Its beginning, in UTC.</summary>
    public required DateTimeOffset Day { get; init; }

    /// <summary>The event's: see <see cref="Domain.Events.EventNames.OfCustom"/>.</summary>
    public required string Name { get; init; }

    public required string Property { get; init; }

    public required string Value { get; init; }

    public required long Total { get; init; }
}
