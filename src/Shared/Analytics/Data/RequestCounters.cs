using System.Runtime.InteropServices;
using SystemDesign.Analytics.Domain.Traffic;

namespace SystemDesign.Analytics.Data;

/// <summary>Requests that are in no batch yet. They take no more memory than is meant for them, whatever becomes of the database.</summary>
/// <param name="limit">How many counters of each kind there are at most; those that there are go up all the same.</param>
internal sealed class RequestCounters(int limit)
{
    private readonly Lock gate = new();
    private Dictionary<TrafficKey, TrafficTally> routes = [];
    private Dictionary<(long Day, Network Network), long> networks = [];

    /// <returns>Whether there was room for it.</returns>
    public bool Count(in AnsweredRequest request, DateTimeOffset now)
    {
        var key = new TrafficKey(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), request.Route, request.Method, request.StatusClass);
        lock (gate)
        {
            if (!routes.TryGetValue(key, out var tally))
            {
                if (routes.Count == limit)
                {
                    return false;
                }

                routes.Add(key, tally = new());
            }

            tally.Add(request.Took);
            if (request.Network is { } network)
            {
                var ofDay = (now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerDay), network);

                // Beyond the limit they are all one, which no address is.
                ofDay = networks.Count < limit || networks.ContainsKey(ofDay) ? ofDay : (ofDay.Item1, TrafficBatch.OtherNetworks);
                CollectionsMarshal.GetValueRefOrAddDefault(networks, ofDay, out _)++;
            }

            return true;
        }
    }

    /// <summary>All of them, and none is left; nothing if there is none.</summary>
    public TrafficBatch? Take(DateTimeOffset now)
    {
        lock (gate)
        {
            if (routes.Count == 0)
            {
                return null;
            }

            var taken = new TrafficBatch(Guid.CreateVersion7(now), routes, networks);
            (routes, networks) = ([], []);
            return taken;
        }
    }
}
