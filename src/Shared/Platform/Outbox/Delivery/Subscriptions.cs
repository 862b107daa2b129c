using System.Collections.Frozen;
using MediatR;
using SystemDesign.Kernel.Events;
using SystemDesign.Platform.Messages;

namespace SystemDesign.Platform.Outbox.Delivery;

/// <summary>Who handles what in this build.</summary>
internal sealed class Subscriptions(IEnumerable<Subscription> all, EventCatalog catalog)
{
    private readonly FrozenDictionary<string, Subscription[]> byEvent = catalog.Names.ToFrozenDictionary(
        name => name,
        name => all.Where(subscription => subscription.Wants(catalog.TypeOf(name))).OrderBy(subscription => subscription.Handler, StringComparer.Ordinal).ToArray());

    private readonly FrozenDictionary<string, Subscription> byHandler = all.ToFrozenDictionary(subscription => subscription.Handler);

    public IReadOnlyList<string> EventNames => catalog.Names;

    public IReadOnlyList<Subscription> To(string eventName) => byEvent[eventName];

    /// <returns>Nothing, if this build has no such handler.</returns>
    public Subscription? Of(string handler) => byHandler.GetValueOrDefault(handler);

    public IReadOnlyCollection<string> Handlers => byHandler.Keys;

    public bool IsState(string eventName) => catalog.TypeOf(eventName).IsAssignableTo(typeof(IStateEvent));

    /// <summary>The events that end their key.</summary>
    public IReadOnlyList<string> LastStateNames { get; } = [.. catalog.Names.Where(name => catalog.TypeOf(name).IsAssignableTo(typeof(ILastStateEvent)))];

    /// <summary>Every handler of events among the types.</summary>
    /// <param name="types">A module's.</param>
    /// <param name="database">The module's; asked for only if there is a handler.</param>
    public static IEnumerable<Subscription> In(IReadOnlyCollection<Type> types, Func<Type, Type> database) =>
        RequestTypes.Implementing(types, typeof(INotificationHandler<>))
            .Select(found => (found.Type, Event: found.Contract.GetGenericArguments()[0]))
            .Concat(types.Where(IsToAll).Select(type => (Type: type, Event: typeof(IEvent))))
            .GroupBy(found => found.Type, found => found.Event)
            .Select(handler => new Subscription(NameOf(handler.Key), handler.Key, [.. handler], database(handler.Key)));

    private static bool IsToAll(Type type) => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISubscribeToAll));

    private static string NameOf(Type handler) => $"{handler.Assembly.GetName().Name!.Replace("SystemDesign.", string.Empty, StringComparison.Ordinal)}.{handler.Name}";
}
