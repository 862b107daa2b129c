using Microsoft.EntityFrameworkCore;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener.Data;

internal sealed class LinkStatistics(UrlShortenerDb db) : ILinkStats
{
    /// <summary>The totals last: so they are never behind the parts, whatever is written meanwhile.</summary>
    public async Task<LinkStats> ReadAsync(string code, Days days, CancellationToken cancellationToken)
    {
        var hours = await HoursAsync(code, days, cancellationToken);
        var referrers = await ReferrersAsync(code, cancellationToken);
        var total = await TotalAsync(code, cancellationToken);
        return new(new(total.Visits, total.Previews), VisitsOnDay.Of(hours), hours, referrers, total.Visits - total.Referred);
    }

    public void RemoveWhenSaved(IReadOnlyCollection<string> codes)
    {
        if (codes.Count > 0)
        {
            db.OnSave(transaction => db.Set<VisitsByHour>().Where(row => codes.Contains(row.Code)).ExecuteDeleteAsync(transaction));
            db.OnSave(transaction => db.Set<VisitsByReferrer>().Where(row => codes.Contains(row.Code)).ExecuteDeleteAsync(transaction));
        }
    }

    private Task<List<VisitsInHour>> HoursAsync(string code, Days days, CancellationToken cancellationToken)
    {
        var first = new DateTimeOffset(days.First, TimeOnly.MinValue, TimeSpan.Zero);
        var last = new DateTimeOffset(days.Last, new TimeOnly(23, 0), TimeSpan.Zero);
        return db.Set<VisitsByHour>()
            .Where(row => row.Code == code && row.Hour >= first && row.Hour <= last)
            .OrderBy(row => row.Hour)
            .Select(row => new VisitsInHour(row.Hour, row.Visits, row.Previews))
            .ToListAsync(cancellationToken);
    }

    private Task<List<VisitsFromReferrer>> ReferrersAsync(string code, CancellationToken cancellationToken) =>
        db.Set<VisitsByReferrer>()
            .Where(row => row.Code == code)
            .OrderByDescending(row => row.Visits).ThenBy(row => row.Referrer)
            .Take(LinkStats.MaximumReferrers)
            .Select(row => new VisitsFromReferrer(row.Referrer, row.Visits))
            .ToListAsync(cancellationToken);

    /// <summary>With one query, so that the part is never greater than the whole.</summary>
    private async Task<(long Visits, long Previews, long Referred)> TotalAsync(string code, CancellationToken cancellationToken)
    {
        var total = await db.Set<VisitsByHour>()
            .Where(row => row.Code == code)
            .GroupBy(row => row.Code)
            .Select(rows => new
            {
                Visits = rows.Sum(row => row.Visits),
                Previews = rows.Sum(row => row.Previews),
                Referred = db.Set<VisitsByReferrer>().Where(row => row.Code == rows.Key).Sum(row => row.Visits),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return total is null ? default : (total.Visits, total.Previews, total.Referred);
    }
}
