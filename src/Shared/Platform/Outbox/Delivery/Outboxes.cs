namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>All modules' events, for who must know that none is on its way any more.</summary>
internal sealed class Outboxes(IEnumerable<IOutboxDispatcher> dispatchers)
{
    /// <summary>Delivers until nothing can be delivered now: events told by handlers included, failures that are due later not.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        bool delivered;
        do
        {
            delivered = false;
            foreach (var dispatcher in dispatchers)
            {
                delivered |= await dispatcher.DispatchAsync(cancellationToken);
            }
        }
        while (delivered);
    }
}
