namespace SystemDesign.UrlShortener.Domain.Capacity;

/// <summary>
/// What a demand takes. All numbers are written out in full; those above 2^53, such as the codes of 10 letters, are exact here,
/// and rounded by a client that reads numbers as 64-bit floating point.
/// </summary>
/// <param name="LinksPerSecond" example="1000">As it was asked for.</param>
/// <param name="Years" example="10">As it was asked for; of 365 days.</param>
/// <param name="BytesPerLink" example="200">As it was asked for.</param>
/// <param name="Links" example="315360000000">How many there will be.</param>
/// <param name="Length" example="7">The fewest letters of 62 kinds that make more codes than that.</param>
/// <param name="Codes" example="3521614606208">How many there are of that length.</param>
/// <param name="Used" example="0.0895">The part of the codes that will be used, 0 to 1.</param>
/// <param name="StorageBytes" example="63072000000000">What the links take.</param>
/// <param name="Collisions">Were the codes of that length drawn at random.</param>
/// <param name="Lengths">What each length would make.</param>
internal sealed record Capacity(
    decimal LinksPerSecond,
    decimal Years,
    decimal BytesPerLink,
    decimal Links,
    int Length,
    decimal Codes,
    decimal Used,
    decimal StorageBytes,
    CollisionOdds Collisions,
    IReadOnlyList<LengthCapacity> Lengths);
