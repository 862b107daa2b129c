namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>Brings a module's events to their handlers.</summary>
internal interface IOutboxDispatcher
{
    /// <summary>Delivers some of what can be delivered now.</summary>
    /// <returns>Whether there was anything.</returns>
    Task<bool> DispatchAsync(CancellationToken cancellationToken);
}
