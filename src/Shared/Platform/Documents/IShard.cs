namespace SystemDesign.Platform.Documents;

/// <summary>One of the places over which a store's documents are spread. It knows bytes, not what they mean.</summary>
internal interface IShard : IAsyncDisposable
{
    /// <summary>The file's or the schema's: <c>{store}_{number}</c>.</summary>
    string Name { get; }

    /// <summary>Makes it if it is not there. One process at a time does that.</summary>
    /// <exception cref="Startup.StartRefusedException">It cannot be used; the message names it.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <inheritdoc cref="DocumentStore{TDocument}.PutAsync(DocumentAddress, TDocument, CancellationToken)"/>
    Task PutAsync(IReadOnlyList<StoredDocument> documents, CancellationToken cancellationToken);

    ValueTask<byte[]?> FindAsync(Guid id, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<StoredDocument>> FindAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken);

    Task RemoveAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Ids in order, from behind <paramref name="after"/> and below <paramref name="before"/>.</summary>
    ValueTask<IReadOnlyList<Guid>> ListAsync(Guid after, Guid before, int limit, CancellationToken cancellationToken);
}
