namespace SystemDesign.Platform.Documents;

/// <summary>
/// Gathers documents by shard until a commit is worth its while. While a portion is being written the next one is gathered, and
/// no shard waits for another.
/// </summary>
internal sealed class DocumentPortions(int shards, Func<int, IReadOnlyList<StoredDocument>, Task> write)
{
    /// <summary>So many that the disk's wait is no longer felt, and so few that those who write beside it do not feel it either.</summary>
    private const int Size = 2_000;

    private readonly List<StoredDocument>[] gathered = [.. Enumerable.Range(0, shards).Select(_ => new List<StoredDocument>())];
    private readonly Task[] writing = [.. Enumerable.Repeat(Task.CompletedTask, shards)];

    public Task AddAsync(int shard, StoredDocument document)
    {
        gathered[shard].Add(document);
        return gathered[shard].Count < Size ? Task.CompletedTask : WriteAsync(shard);
    }

    public async Task FlushAsync()
    {
        for (var shard = 0; shard < gathered.Length; shard++)
        {
            await WriteAsync(shard);
        }
    }

    /// <summary>Ends when nothing is being written any more.</summary>
    public Task Written() => Task.WhenAll(writing);

    private async Task WriteAsync(int shard)
    {
        await writing[shard];
        if (gathered[shard] is { Count: > 0 } portion)
        {
            gathered[shard] = new(Size);
            writing[shard] = write(shard, portion);
        }
    }
}
