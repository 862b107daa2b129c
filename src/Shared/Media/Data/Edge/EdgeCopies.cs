using SystemDesign.Media.Domain.Delivery;
using SystemDesign.Platform.Signals;

namespace SystemDesign.Media.Data.Edge;

/// <summary>
/// What is known of an object is forgotten first, here and, by the cache's own signal, everywhere: from then on nobody is led to its bytes. These
/// are then dropped for the room they take.
/// </summary>
internal sealed class EdgeCopies(DeliveredObjects objects, EdgeCache cache, ISignals signals) : IEdgeCopies
{
    public async Task PurgeAsync(IReadOnlyCollection<string> objectNames)
    {
        foreach (var name in objectNames)
        {
            await objects.ForgetAsync(name);
            cache.Purge(name);
            await signals.SendAsync(EdgeCache.PurgeChannel, name);
        }
    }
}
