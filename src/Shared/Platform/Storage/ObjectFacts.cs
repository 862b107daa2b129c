namespace SystemDesign.Platform.Storage;

/// <summary>What is known of an object without reading it.</summary>
/// <param name="Name">Its name in the store.</param>
/// <param name="Bytes">How many it has.</param>
/// <param name="StoredAt">When it was put, UTC; of S3, when it last was put or changed its tier.</param>
/// <param name="Tier">How soon it can be read.</param>
public sealed record ObjectFacts(string Name, long Bytes, DateTimeOffset StoredAt, StorageTier Tier);
