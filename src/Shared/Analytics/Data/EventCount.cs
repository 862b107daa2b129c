using SystemDesign.Analytics.Domain.Periods;

namespace SystemDesign.Analytics.Data;

/// <summary>How often an event happened in a minute, an hour or a day. All three go up at once, so that each adds up to the next.</summary>
internal sealed class EventCount
{
    public required Step Step { get; init; }

    /// <summary>Its beginning, in UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>See <see cref="Domain.Events.EventNames"/>.</summary>
    public required string Name { get; init; }

    public required long Total { get; init; }
}
