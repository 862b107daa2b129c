using System.Collections.Frozen;
using System.Reflection;
using SystemDesign.Kernel.Events;

namespace SystemDesign.Platform.Outbox;

/// <summary>Every event that this build knows, by the name that it is stored under.</summary>
internal sealed class EventCatalog
{
    private readonly FrozenDictionary<string, Type> types;
    private readonly FrozenDictionary<Type, string> names;

    /// <exception cref="InvalidOperationException">An event has no name, or two have the same; the message says which.</exception>
    public EventCatalog(IEnumerable<EventTypes> sources)
    {
        var events = sources.SelectMany(source => source.Types).Distinct().Select(type => (Type: type, Name: NameIn(type))).ToList();
        var twins = events.GroupBy(found => found.Name).FirstOrDefault(group => group.Count() > 1);
        if (twins is not null)
        {
            throw new InvalidOperationException($"The event name {twins.Key} is borne by {string.Join(" and ", twins.Select(found => found.Type.FullName))}.");
        }

        types = events.ToFrozenDictionary(found => found.Name, found => found.Type);
        names = events.ToFrozenDictionary(found => found.Type, found => found.Name);
    }

    public IReadOnlyList<string> Names => types.Keys;

    public Type TypeOf(string name) => types[name];

    /// <exception cref="InvalidOperationException">The event is not in an assembly that the host composed.</exception>
    public string NameOf(Type type) =>
        names.TryGetValue(type, out var name) ? name : throw new InvalidOperationException($"{type.FullName} is not an event that the host knows.");

    private static string NameIn(Type type) =>
        type.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"The event {type.FullName} has no [{nameof(EventNameAttribute)}]: give it a name that it is stored under.");
}
