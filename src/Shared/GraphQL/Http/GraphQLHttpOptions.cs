namespace SystemDesign.GraphQL.Http;

public sealed record GraphQLHttpOptions
{
    /// <summary>Bytes of a request's body.</summary>
    public int BodySize { get; init; } = 256 * 1024;

    public IPersistedDocuments PersistedDocuments { get; init; } = new PersistedDocumentsInMemory();
}
