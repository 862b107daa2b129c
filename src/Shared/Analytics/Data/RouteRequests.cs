using SystemDesign.Analytics.Domain.Periods;

namespace SystemDesign.Analytics.Data;

/// <summary>The requests of a route in a minute, an hour or a day, of all instances.</summary>
internal sealed class RouteRequests
{
    public required Step Step { get; init; }

    /// <summary>Its beginning, in UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>A template, or <see cref="Domain.Traffic.AnsweredRequest.NoRoute"/>.</summary>
    public required string Route { get; init; }

    public required string Method { get; init; }

    /// <summary>1 to 5.</summary>
    public required int StatusClass { get; init; }

    public required long Requests { get; init; }

    /// <summary>See <see cref="Domain.Traffic.Durations"/>.</summary>
    public required string Durations { get; init; }
}
