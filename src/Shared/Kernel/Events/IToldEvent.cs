namespace SystemDesign.Kernel.Events;

/// <summary>An event as it lies in the outbox, for those who handle it without knowing its type.</summary>
public interface IToldEvent
{
    /// <summary>See <see cref="EventNameAttribute"/>.</summary>
    string Name { get; }

    /// <summary>When it was told, in UTC. It may reach a handler much later.</summary>
    DateTimeOffset OccurredAt { get; }

    /// <summary>The event as one of these; it is read only if it is one.</summary>
    /// <returns>Nothing if it is none.</returns>
    TContent? Find<TContent>()
        where TContent : class, IEvent;
}
