namespace SystemDesign.Kernel.Events;

/// <summary>
/// Handles every event of every module, also of those that nobody had thought of when it was written. It is given many at a time,
/// in one transaction, and after the handlers that mean one event. Whatever keeps it from its database is no event's fault: they wait
/// for it, as long as it takes, and nobody waits for them.
/// </summary>
public interface ISubscribeToAll
{
    /// <param name="events">In their order; none that this handler had before.</param>
    /// <param name="cancellationToken">The time is over.</param>
    Task HandleAsync(IReadOnlyList<IToldEvent> events, CancellationToken cancellationToken);
}
