using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Paging;
using SystemDesign.Platform.Paging;
using SystemDesign.UrlShortener.Domain.Abuse;

namespace SystemDesign.UrlShortener.Data;

internal sealed class Reports(UrlShortenerDb db, LinkDocuments documents) : IReports
{
    /// <summary>By id, which is as old as its report (UUIDv7).</summary>
    private static readonly Keyset<Report> OldestFirst = new Keyset<Report>().Ascending(report => report.Id);

    public void Add(Report report) => db.OnSave(async cancellationToken =>
    {
        var table = db.Quoted("reports");
        var insert =
            $$"""
            INSERT INTO {{table}} (id, link_id, reporter_id, reason, reported_at) SELECT {0}, {1}, {2}, {3}, {4}
            WHERE (SELECT count(*) FROM {{table}} WHERE link_id = {1}) < {5}
            ON CONFLICT (link_id, reporter_id) DO NOTHING
            """;
        object?[] values = [report.Id, report.LinkId, report.ReporterId, report.Reason, report.ReportedAt, IReports.MaximumPerLink];
        await db.Database.ExecuteSqlRawAsync(insert, values!, cancellationToken);
    });

    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Reports.SingleOrDefaultAsync(report => report.Id == id, cancellationToken) is not { } report)
        {
            return false;
        }

        db.Reports.Remove(report);
        return true;
    }

    public void RemoveAllOf(Guid linkId) =>
        db.OnSave(cancellationToken => db.Reports.Where(report => report.LinkId == linkId).ExecuteDeleteAsync(cancellationToken));

    public async Task<Page<OpenReport>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        // Whoever reports while the link goes may leave a report of nothing.
        var open = db.Reports.AsNoTracking().Where(report => db.Links.Any(link => link.Id == report.LinkId && link.DeletedAt == null));
        var reports = await open.ToPageAsync(OldestFirst, "reports", page, cancellationToken);
        var ids = reports.Items.Select(report => report.LinkId).Distinct().ToList();
        var links = await db.Links.AsNoTracking().Where(link => ids.Contains(link.Id) && link.DeletedAt == null).ToDictionaryAsync(link => link.Id, cancellationToken);
        var documentOf = await documents.FindAsync([.. links.Values], cancellationToken);
        return new(
            [
                .. from report in reports.Items
                   where documentOf.ContainsKey(report.LinkId)
                   select new OpenReport(report.Id, links[report.LinkId].Code, documentOf[report.LinkId].Url, report.Reason, report.ReportedAt),
            ],
            reports.Next);
    }
}
