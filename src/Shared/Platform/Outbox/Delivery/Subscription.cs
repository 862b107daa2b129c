using SystemDesign.Kernel.Events;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>A handler and what it wants to know of.</summary>
/// <param name="Handler">What its deliveries are stored under: its module and class, such as <c>UrlShortener.EraseLinksOfUser</c>.</param>
/// <param name="HandlerType">Made anew for each event.</param>
/// <param name="EventTypes">The events that it handles; an interface stands for all that implement it.</param>
/// <param name="Database">Its module's, where its effects and the memory of them are one transaction.</param>
internal sealed record Subscription(string Handler, Type HandlerType, IReadOnlyList<Type> EventTypes, Type Database)
{
    /// <summary>Whether it is one <see cref="ISubscribeToAll"/>.</summary>
    public bool IsToAll { get; } = HandlerType.IsAssignableTo(typeof(ISubscribeToAll));

    public bool Wants(Type eventType) => EventTypes.Any(wanted => wanted.IsAssignableFrom(eventType));
}
