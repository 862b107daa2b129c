namespace SystemDesign.Platform.Documents;

/// <summary>
/// Where a document lies. Its owner's row remembers both, so that shards can be added at any time and nothing moves.
/// </summary>
/// <param name="Id">A UUIDv7.</param>
/// <param name="Shard">From 0; where <see cref="DocumentStore{TDocument}.Place"/> put it when it was made.</param>
public readonly record struct DocumentAddress(Guid Id, int Shard);
