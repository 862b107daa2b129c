using System.Reflection;
using SystemDesign.Kernel.Events;

namespace SystemDesign.Platform.Outbox;

/// <summary>The events that an assembly declares.</summary>
internal sealed record EventTypes(IReadOnlyList<Type> Types)
{
    public static EventTypes In(Assembly assembly) =>
        new([.. assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IEvent)))]);
}
