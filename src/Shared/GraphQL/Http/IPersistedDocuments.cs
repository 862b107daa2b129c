namespace SystemDesign.GraphQL.Http;

/// <summary>Where documents are kept that clients name by their hash: SHA-256, as 64 hexadecimal digits in lower case.</summary>
public interface IPersistedDocuments
{
    ValueTask<string?> FindAsync(string hash, CancellationToken cancellationToken);

    ValueTask KeepAsync(string hash, string document, CancellationToken cancellationToken);
}
