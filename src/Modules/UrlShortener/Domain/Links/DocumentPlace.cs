namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>Where a document lies; the link remembers it, so that shards can be added and nothing moves (US-5).</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Shard">From 0.</param>
internal readonly record struct DocumentPlace(Guid Id, int Shard);
