namespace SystemDesign.Media.Domain.Delivery;

/// <summary>The edge of the instance that answers: what it keeps now, and what it did since its start.</summary>
/// <param name="Bytes">Kept now, in memory.</param>
/// <param name="LimitBytes">The most that it keeps: <c>Cdn:EdgeBytes</c>.</param>
/// <param name="Segments">How many pieces these are: an object of up to 256 KiB is one, a larger one several.</param>
/// <param name="Hits">Looks for a piece that was there.</param>
/// <param name="Misses">Looks that read the store.</param>
/// <param name="Shared">Looks that waited for the read of another.</param>
/// <param name="HitRatio" example="0.97">Hits among all looks; null before the first.</param>
/// <param name="Evictions">Pieces that made room for others.</param>
/// <param name="OriginBytes">Read from the store.</param>
internal sealed record EdgeFigures(
    long Bytes, long LimitBytes, long Segments, long Hits, long Misses, long Shared, double? HitRatio, long Evictions, long OriginBytes);
