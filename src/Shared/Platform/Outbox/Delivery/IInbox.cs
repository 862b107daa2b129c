namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>A module's door for events.</summary>
internal interface IInbox
{
    /// <summary>
    /// Runs the handler for each event that it did not have yet, in their order and as one transaction with the memory that
    /// it had them. If it throws, none of it happened.
    /// </summary>
    /// <exception cref="NotAdmittedException">Cancelled before the handler began.</exception>
    Task HandleAsync(Subscription subscription, IReadOnlyList<Envelope> events, CancellationToken cancellationToken);
}
