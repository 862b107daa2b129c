using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Documents;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

internal sealed class LinkDocuments(UrlShortenerDb db, DocumentStore<LinkDocument> store, TimeProvider clock) : ILinkDocuments
{
    public const string StoreName = "url_shortener_documents";

    public async Task<DocumentPlace> KeepAsync(LinkDocument document, CancellationToken cancellationToken)
    {
        var address = store.Place(Guid.CreateVersion7(clock.Now()));
        await store.PutAsync(address, document, cancellationToken);
        return new(address.Id, address.Shard);
    }

    public void RemoveWhenCommitted(DocumentPlace place) => db.OnCommitted(async () =>
    {
        try
        {
            await store.RemoveAsync([AddressOf(place)], CancellationToken.None);
        }
        catch (Exception)
        {
            // The row is gone, which is what counts; the sweep finds the document.
        }
    });

    /// <returns>Nothing if it is gone, which means that its link has another by now, or none.</returns>
    public ValueTask<LinkDocument?> FindAsync(Link link, CancellationToken cancellationToken) =>
        store.FindAsync(AddressOf(link.Document!.Value), cancellationToken);

    /// <summary>One question a shard.</summary>
    /// <returns>Those that are not gone, by their links.</returns>
    public async Task<IReadOnlyDictionary<Guid, LinkDocument>> FindAsync(IReadOnlyCollection<Link> links, CancellationToken cancellationToken)
    {
        var documents = await store.FindAsync([.. links.Select(link => AddressOf(link.Document!.Value))], cancellationToken);
        return links.Where(link => documents.ContainsKey(link.DocumentId!.Value)).ToDictionary(link => link.Id, link => documents[link.DocumentId!.Value]);
    }

    public static DocumentAddress AddressOf(DocumentPlace place) => new(place.Id, place.Shard);
}
