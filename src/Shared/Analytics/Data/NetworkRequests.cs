namespace SystemDesign.Analytics.Data;

/// <summary>The requests of a network in a day, of all instances.</summary>
internal sealed class NetworkRequests
{
    /// <summary>Its beginning, in UTC.</summary>
    public required DateTimeOffset Day { get; init; }

    /// <summary>See <see cref="Domain.Traffic.Network"/>.</summary>
    public required string Network { get; init; }

    public required long Requests { get; init; }
}
