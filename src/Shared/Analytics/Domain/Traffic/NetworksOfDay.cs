namespace SystemDesign.Analytics.Domain.Traffic;

/// <summary>Where the requests of a day came from.</summary>
/// <param name="Day" example="2026-08-01">In UTC.</param>
/// <param name="Networks">The most frequent first: 100 at most.</param>
internal sealed record NetworksOfDay(DateOnly Day, IReadOnlyList<NetworkTraffic> Networks);
