using Microsoft.EntityFrameworkCore;
using SystemDesign.Analytics.Domain.Distinct;
using SystemDesign.Analytics.Domain.Periods;

namespace SystemDesign.Analytics.Data;

internal sealed class UserSketches(AnalyticsDb db, KeyedHash hash, Retention retention) : IUserSketches
{
    public void AddWhenSaved(IReadOnlyCollection<Sight> sights)
    {
        if (sights.Count == 0)
        {
            return;
        }

        var seen = (from sight in sights
                    let user = hash.OfUser(sight.UserId)
                    from place in PlacesOf(sight)
                    group user by place).ToDictionary(users => users.Key, users => users.ToHashSet());
        db.OnSave(cancellationToken => AddAsync(seen, cancellationToken));
    }

    public async Task<IReadOnlyList<(DateTimeOffset Start, HyperLogLog Users)>> ReadAsync(Period period, string name, CancellationToken cancellationToken)
    {
        var rows = await db.Set<UserSketch>().AsNoTracking()
            .Where(row => row.Step == period.Step && row.Name == name && row.Start >= period.From && row.Start < period.To)
            .OrderBy(row => row.Start)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Start, HyperLogLog.Read(row.Seen)))];
    }

    private IEnumerable<Place> PlacesOf(Sight sight)
    {
        foreach (var (step, start) in retention.PlacesOf(sight.OccurredAt).Where(place => place.Step is not Step.Minute))
        {
            yield return new(step, start, IUserSketches.AnyEvent);
            if (step is Step.Day)
            {
                yield return new(step, start, sight.Name);
            }
        }
    }

    /// <summary>
    /// Most users were seen before, and change nothing: that shows without a lock, since registers only rise. The others' rows are taken first and
    /// read then, so that of two instances neither undoes what the other has added.
    /// </summary>
    private async Task AddAsync(Dictionary<Place, HashSet<ulong>> seen, CancellationToken cancellationToken)
    {
        var changed = (await KeptAsync(seen.Keys, cancellationToken)).Where(kept => AddTo(kept.Value, seen[kept.Key])).Select(kept => kept.Key).Order().ToList();
        if (changed.Count == 0)
        {
            return;
        }

        await Increments.AddAsync(
            db,
            UserSketchMapping.Table,
            "step, start, name, seen",
            "(step, start, name) DO UPDATE SET seen = kept.seen",
            [.. changed.Select(place => new object[] { (int)place.Step, place.Start, place.Name, Array.Empty<byte>() })],
            cancellationToken);
        foreach (var (place, sketch) in await KeptAsync(changed, cancellationToken))
        {
            AddTo(sketch, seen[place]);
            var bytes = sketch.Write();
            await db.Set<UserSketch>()
                .Where(row => row.Step == place.Step && row.Start == place.Start && row.Name == place.Name)
                .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Seen, bytes), cancellationToken);
        }
    }

    private async Task<Dictionary<Place, HyperLogLog>> KeptAsync(IReadOnlyCollection<Place> places, CancellationToken cancellationToken)
    {
        var starts = places.Select(place => place.Start).Distinct().ToList();
        var names = places.Select(place => place.Name).Distinct().ToList();
        var rows = await db.Set<UserSketch>().AsNoTracking()
            .Where(row => (row.Step == Step.Hour || row.Step == Step.Day) && starts.Contains(row.Start) && names.Contains(row.Name))
            .ToListAsync(cancellationToken);
        var kept = rows.ToDictionary(row => new Place(row.Step, row.Start, row.Name), row => row.Seen);
        return places.ToDictionary(place => place, place => HyperLogLog.Read(kept.GetValueOrDefault(place) ?? []));
    }

    private static bool AddTo(HyperLogLog sketch, HashSet<ulong> users)
    {
        var changed = false;
        foreach (var user in users)
        {
            changed |= sketch.Add(user);
        }

        return changed;
    }

    private readonly record struct Place(Step Step, DateTimeOffset Start, string Name) : IComparable<Place>
    {
        public int CompareTo(Place other) => (Step, Start) == (other.Step, other.Start)
            ? string.CompareOrdinal(Name, other.Name)
            : (Step, Start).CompareTo((other.Step, other.Start));
    }
}
