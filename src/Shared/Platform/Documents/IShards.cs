namespace SystemDesign.Platform.Documents;

/// <summary>Where the shards of all stores lie.</summary>
internal interface IShards
{
    /// <summary>A shard, whether or not it is there yet. The caller disposes it.</summary>
    IShard Open(string store, int number);

    /// <summary>How many a store has been given so far, as far as can be seen from here.</summary>
    Task<int> CountAsync(string store, CancellationToken cancellationToken);
}
