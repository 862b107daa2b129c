using SystemDesign.Contracts.UrlShortener;

namespace SystemDesign.UrlShortener.Data;

/// <summary>
/// Visits that are written together, as often as it takes, and counted once. Rows come in the order of their keys, so that of
/// instances which write the same ones at once, one waits for the other and not each for each.
/// </summary>
/// <param name="id">UUIDv7. The same however often it is sent.</param>
/// <param name="takenAt">UTC.</param>
/// <param name="tallies">Nobody turns them any more.</param>
internal sealed class VisitBatch(Guid id, DateTimeOffset takenAt, IReadOnlyDictionary<VisitKey, VisitTally> tallies)
{
    public Guid Id => id;

    public IReadOnlyList<VisitsByHour> Hours { get; } = VisitsByHour.Sum(
        from tally in tallies
        select new VisitsByHour { Code = tally.Key.Code, Hour = tally.Key.Hour, Visits = tally.Value.Visits, Previews = tally.Value.Previews });

    public IReadOnlyList<VisitsByReferrer> Referrers { get; } = VisitsByReferrer.Sum(
        from tally in tallies
        where tally.Key.Referrer is not null
        select new VisitsByReferrer { Code = tally.Key.Code, Referrer = tally.Key.Referrer!, Visits = tally.Value.Visits });

    public LinkVisited Event => new(
        id,
        takenAt,
        [
            .. from hour in Hours
               group hour by hour.Code into link
               select new VisitedLink(link.Key, link.Sum(hour => hour.Visits), link.Sum(hour => hour.Previews)),
        ]);
}
