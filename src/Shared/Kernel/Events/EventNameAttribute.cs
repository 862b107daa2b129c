namespace SystemDesign.Kernel.Events;

/// <summary>
/// What an event is called where it is stored and sent, so that its type may move: <c>module.what-happened.v1</c>. A change
/// that older handlers could not read is a new version, and so a new name.
/// </summary>
/// <param name="name">Unique among all events; at most 100 characters.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
