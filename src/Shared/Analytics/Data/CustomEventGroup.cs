using Microsoft.EntityFrameworkCore;
using SystemDesign.Analytics.Domain.CustomEvents;
using SystemDesign.Analytics.Domain.Distinct;
using SystemDesign.Analytics.Domain.Events;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Kernel.Time;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Analytics.Data;

/// <summary>Writes custom events of several requests as one transaction, each once.</summary>
internal sealed class CustomEventGroup(
    AnalyticsDb db, IWriter<AnalyticsDb> writer, IEventCounts counts, IUserSketches users, KeyedHash hash, TimeProvider clock)
{
    /// <returns>Of each request, how many of its events had been counted before.</returns>
    public async Task<IReadOnlyList<int>> WriteAsync(IReadOnlyList<IReadOnlyList<CustomEvent>> requests)
    {
        var sent = (from request in requests.Index()
                    from one in request.Item
                    select (Request: request.Index, Event: one, Id: hash.OfEvent(one.UserId, one.Id))).ToList();
        var known = new int[requests.Count];
        db.OnSaveFirst(async cancellationToken =>
        {
            await LockAsync(cancellationToken);
            var ids = sent.Select(one => one.Id).Distinct().ToList();
            var before = (await db.Set<CustomEventId>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken)).ToHashSet();
            var counted = before.ToHashSet();
            var fresh = new List<CustomEvent>();
            foreach (var (request, custom, id) in sent)
            {
                if (counted.Add(id))
                {
                    fresh.Add(custom);
                }
                else
                {
                    known[request]++;
                }
            }

            await CountAsync(await NamedAsync(fresh, cancellationToken), cancellationToken);
            var now = clock.Now();
            db.AddMany(counted.Except(before).Select(id => new CustomEventId { Id = id, ReceivedAt = now }).ToList());
        });
        await writer.SaveAsync(db, CancellationToken.None);
        return known;
    }

    /// <summary>
    /// One group at a time, of all instances: so each sees what the one before it has counted, and how much room there is for names and values.
    /// SQLite has one writer anyway.
    /// </summary>
    private async Task LockAsync(CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtextextended('analytics.custom-events', 0))", cancellationToken);
        }
    }

    private async Task CountAsync(IReadOnlyList<CustomEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
        {
            return;
        }

        counts.AddWhenSaved([.. events.Select(custom => new Occurrence(custom.Name, custom.OccurredAt))]);
        users.AddWhenSaved([.. events.Select(custom => new Sight(custom.UserId, custom.Name, custom.OccurredAt))]);
        await AddValuesAsync(events, cancellationToken);
    }

    /// <summary>The same events, by the names that they are counted under: a day has room for so many.</summary>
    private async Task<IReadOnlyList<CustomEvent>> NamedAsync(List<CustomEvent> events, CancellationToken cancellationToken)
    {
        var named = new List<CustomEvent>(events.Count);
        foreach (var day in events.GroupBy(custom => Step.Day.StartOf(custom.OccurredAt)))
        {
            const string Prefix = $"{EventNames.CustomModule}.";
            var names = (await db.Set<EventCount>()
                .Where(row => row.Step == Step.Day && row.Start == day.Key && row.Name.StartsWith(Prefix))
                .Select(row => row.Name)
                .ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
            named.AddRange(day.Select(custom => names.Contains(custom.Name) || (names.Count < EventNames.MaximumCustomNames && names.Add(custom.Name))
                ? custom
                : custom with { Name = EventNames.OtherCustom }));
        }

        return named;
    }

    private async Task AddValuesAsync(IReadOnlyList<CustomEvent> events, CancellationToken cancellationToken)
    {
        var values = (from custom in events
                      from property in custom.Properties
                      group custom by (Day: Step.Day.StartOf(custom.OccurredAt), custom.Name, Property: property.Name, property.Value) into counted
                      orderby counted.Key.Day, counted.Key.Name, counted.Key.Property, counted.Key.Value
                      select (counted.Key, Count: (long)counted.Count())).ToList();
        var days = values.Select(value => value.Key.Day).Distinct().ToList();
        var names = values.Select(value => value.Key.Name).Distinct().ToList();
        var kept = await db.Set<PropertyCount>().Where(row => days.Contains(row.Day) && names.Contains(row.Name))
            .Select(row => new { row.Day, row.Name, row.Property, row.Value })
            .ToListAsync(cancellationToken);
        var known = kept.GroupBy(row => (row.Day, row.Name, row.Property), row => row.Value)
            .ToDictionary(property => property.Key, property => property.ToHashSet(StringComparer.Ordinal));

        var rows = values.GroupBy(value => value.Key with { Value = ValueOf(value.Key.Value, Known(value.Key.Day, value.Key.Name, value.Key.Property)) }, value => value.Count)
            .OrderBy(row => row.Key.Day).ThenBy(row => row.Key.Name, StringComparer.Ordinal).ThenBy(row => row.Key.Property, StringComparer.Ordinal).ThenBy(row => row.Key.Value, StringComparer.Ordinal)
            .Select(row => new object[] { row.Key.Day, row.Key.Name, row.Key.Property, row.Key.Value, row.Sum() })
            .ToList();
        await Increments.AddAsync(
            db, PropertyCountMapping.Table, "day, name, property, value, total", "(day, name, property, value) DO UPDATE SET total = kept.total + excluded.total", rows, cancellationToken);

        HashSet<string> Known(DateTimeOffset day, string name, string property) =>
            known.TryGetValue((day, name, property), out var found) ? found : known[(day, name, property)] = [];
    }

    private static string ValueOf(string value, HashSet<string> known) =>
        known.Contains(value) || (known.Count < PropertyCounts.MaximumValuesOfDay && known.Add(value)) ? value : PropertyCounts.OtherValues;
}
