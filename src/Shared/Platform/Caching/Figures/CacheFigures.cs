namespace SystemDesign.Platform.Caching.Figures;

/// <summary>One cache of this instance since its start. Each lookup is one of the hits or a miss.</summary>
/// <param name="Name" example="url-shortener.redirects">Unique.</param>
/// <param name="Kind" example="read-through"><c>read-through</c> or <c>write-through</c>.</param>
/// <param name="Entries" example="1200">In this process now; those whose lifetime has passed stay until others need the room.</param>
/// <param name="Limit" example="50000">The most entries that it keeps.</param>
/// <param name="FirstLevelHits" example="90210">Lookups that this process answered.</param>
/// <param name="SecondLevelHits" example="310">Lookups that the level shared with other instances answered.</param>
/// <param name="NegativeHits" example="42">Lookups that either level answered with: there is none.</param>
/// <param name="Misses" example="1230">Lookups that waited for the store.</param>
/// <param name="Loads" example="1200">Questions that the store answered; fewer than misses where several waited for one.</param>
/// <param name="LoadFailures" example="0">Questions that the store did not answer.</param>
/// <param name="Evictions" example="0">Entries that made room for others.</param>
/// <param name="SecondLevelFailures" example="0">Calls that the shared level failed or was too slow to answer.</param>
/// <param name="BroadcastFailures" example="0">Changes that the other instances could not be told of.</param>
internal sealed record CacheFigures(
    string Name,
    string Kind,
    int Entries,
    int Limit,
    long FirstLevelHits,
    long SecondLevelHits,
    long NegativeHits,
    long Misses,
    long Loads,
    long LoadFailures,
    long Evictions,
    long SecondLevelFailures,
    long BroadcastFailures);
