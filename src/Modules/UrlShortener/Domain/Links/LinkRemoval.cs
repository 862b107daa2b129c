using SystemDesign.UrlShortener.Domain.Abuse;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>What goes with a link: the owner's row first, so that it leads nowhere; then, when that is on disk, its document.</summary>
internal sealed class LinkRemoval(ILinkDocuments documents, IReports reports)
{
    public void Remove(Link link, DateTimeOffset now)
    {
        documents.RemoveWhenCommitted(link.Document!.Value);
        reports.RemoveAllOf(link.Id);
        link.Delete(now);
    }
}
