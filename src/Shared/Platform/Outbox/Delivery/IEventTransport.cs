namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>Brings events to a handler. In process here; a broker may stand in its place when modules run apart.</summary>
internal interface IEventTransport
{
    /// <param name="to">The handler.</param>
    /// <param name="events">In the order of their positions.</param>
    /// <param name="patience">When it is over, what ran for a fair part of it has failed, and the rest waits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>An outcome for each, in the same order; after one that failed, others of its key wait.</returns>
    /// <exception cref="Exception">No event is to blame, such as a database that is away: nothing is known of any of them.</exception>
    Task<IReadOnlyList<Outcome>> DeliverAsync(Subscription to, IReadOnlyList<Envelope> events, Patience patience, CancellationToken cancellationToken);
}
