using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener.Data;

/// <summary>Visits that are in no batch yet. They take no more memory than is meant for them, whatever becomes of the database.</summary>
/// <param name="limit">How many counters there are at most; those that there are go up all the same.</param>
internal sealed class VisitCounters(int limit)
{
    private readonly Lock gate = new();
    private Dictionary<VisitKey, VisitTally> tallies = [];

    public bool IsEmpty
    {
        get
        {
            lock (gate)
            {
                return tallies.Count == 0;
            }
        }
    }

    public CountOutcome Count(string code, DateTimeOffset now, VisitKind kind, string? referrer)
    {
        var isVisit = kind is VisitKind.Visit;
        var key = new VisitKey(code, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour)), isVisit ? referrer : null);
        lock (gate)
        {
            if (tallies.TryGetValue(key, out var tally))
            {
                tally.Add(isVisit);
                return CountOutcome.Further;
            }

            if (tallies.Count == limit)
            {
                return CountOutcome.Dropped;
            }

            tallies.Add(key, VisitTally.Of(isVisit));
            return tallies.Count == 1 ? CountOutcome.First : CountOutcome.Further;
        }
    }

    /// <summary>All of them, and none is left; nothing if there is none.</summary>
    public VisitBatch? Take(DateTimeOffset now)
    {
        Dictionary<VisitKey, VisitTally> taken;
        lock (gate)
        {
            if (tallies.Count == 0)
            {
                return null;
            }

            taken = tallies;
            tallies = [];
        }

        return new(Guid.CreateVersion7(now), now, taken);
    }
}
