using SystemDesign.UrlShortener.Domain.Abuse;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>What goes with a link: the owner's row first, so that it leads nowhere; then, when that is on disk, its document.</summary>
internal sealed class LinkRemoval(ILinkDocuments documents, IReports reports, ILinkStats stats)
{
    public void Remove(Link link, DateTimeOffset now)
    {
        documents.RemoveWhenCommitted(link.Document!.Value);
        reports.RemoveAllOf(link.Id);
        stats.RemoveWhenSaved([link.Code]);
        link.Delete(now);
    }
}
