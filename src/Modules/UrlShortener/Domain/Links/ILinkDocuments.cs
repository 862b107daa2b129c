namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>The key-value store of the links' documents (US-3). It knows nothing of the unit of work: first the document, then the row.</summary>
internal interface ILinkDocuments
{
    /// <summary>On disk when this returns. If no link comes to remember its place, a sweep removes it.</summary>
    Task<DocumentPlace> KeepAsync(LinkDocument document, CancellationToken cancellationToken);

    /// <summary>When this unit of work is on disk, nobody needs the document any more.</summary>
    void RemoveWhenCommitted(DocumentPlace place);
}
