using SystemDesign.Kernel.Events;

namespace SystemDesign.Tests.Instances.Telling;

/// <param name="Of">Its key.</param>
/// <param name="Number">Which one of its key, from 1 and without a gap.</param>
[EventName("instances.told.v1")]
internal sealed record Told(string Of, int Number) : IEvent
{
    string IEvent.Key => Of;
}
