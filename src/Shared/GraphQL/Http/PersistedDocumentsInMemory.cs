namespace SystemDesign.GraphQL.Http;

/// <summary>Keeps them in this process, the newest. A client that names one which is gone sends it again, as it would to an instance that never had it.</summary>
/// <param name="capacity">In characters.</param>
public sealed class PersistedDocumentsInMemory(int capacity = 4_000_000) : IPersistedDocuments
{
    private readonly BoundedCache<string> documents = new(capacity);

    public ValueTask<string?> FindAsync(string hash, CancellationToken cancellationToken) => ValueTask.FromResult(documents.Find(hash));

    public ValueTask KeepAsync(string hash, string document, CancellationToken cancellationToken)
    {
        documents.Add(hash, document, document.Length);
        return ValueTask.CompletedTask;
    }
}
