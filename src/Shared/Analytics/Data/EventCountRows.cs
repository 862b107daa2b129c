using Microsoft.EntityFrameworkCore;
using SystemDesign.Analytics.Domain.Events;
using SystemDesign.Analytics.Domain.Periods;

namespace SystemDesign.Analytics.Data;

internal sealed class EventCountRows(AnalyticsDb db, Retention retention) : IEventCounts
{
    public void AddWhenSaved(IReadOnlyCollection<Occurrence> occurrences)
    {
        var rows = from occurrence in occurrences
                   from place in retention.PlacesOf(occurrence.OccurredAt)
                   group occurrence by (place.Step, place.Start, occurrence.Name) into counted
                   orderby counted.Key.Step, counted.Key.Start, counted.Key.Name
                   select new object[] { (int)counted.Key.Step, counted.Key.Start, counted.Key.Name, (long)counted.Count() };
        var given = rows.ToList();
        db.OnSave(cancellationToken => Increments.AddAsync(
            db, EventCountMapping.Table, "step, start, name, total", "(step, start, name) DO UPDATE SET total = kept.total + excluded.total", given, cancellationToken));
    }

    public async Task<EventCounts> ReadAsync(Period period, string? name, string? module, CancellationToken cancellationToken)
    {
        var prefix = $"{module}.";
        var rows = db.Set<EventCount>().Where(row => row.Step == period.Step && row.Start >= period.From && row.Start < period.To);
        rows = name is null ? rows : rows.Where(row => row.Name == name);
        rows = module is null ? rows : rows.Where(row => row.Name.StartsWith(prefix));

        // By one query, so that the parts are never of another moment than the whole.
        var counted = await rows.Select(row => new { row.Start, row.Name, row.Total }).ToListAsync(cancellationToken);
        return new(
            period.From,
            period.To,
            period.Step,
            counted.Sum(row => row.Total),
            [.. counted.GroupBy(row => row.Start).OrderBy(step => step.Key).Select(step => new EventsInStep(step.Key, step.Sum(row => row.Total)))],
            [
                .. counted.GroupBy(row => row.Name)
                    .Select(named => new EventsOfName(named.Key, EventNames.ModuleOf(named.Key), named.Sum(row => row.Total)))
                    .OrderByDescending(named => named.Count).ThenBy(named => named.Name, StringComparer.Ordinal)
                    .Take(EventCounts.MaximumNames),
            ]);
    }
}
