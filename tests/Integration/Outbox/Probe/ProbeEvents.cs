using SystemDesign.Kernel.Events;

namespace SystemDesign.Tests.Integration.Outbox.Probe;

/// <param name="Number">Which one.</param>
/// <param name="Of">Its key.</param>
[EventName("probe.happened.v1")]
internal sealed record Happened(int Number, string? Of = null) : IEvent
{
    string? IEvent.Key => Of;
}

/// <summary>Nobody handles this one.</summary>
[EventName("probe.ignored.v1")]
internal sealed record Ignored : IEvent;

/// <summary>What a handler of <see cref="Happened"/> tells.</summary>
[EventName("probe.followed.v1")]
internal sealed record Followed(int Number) : IEvent;

[EventName("probe.became.v1")]
internal sealed record Became(int Number, string Of) : IStateEvent
{
    string IEvent.Key => Of;
}

/// <summary>What <see cref="Became"/> told of is no more.</summary>
[EventName("probe.gone.v1")]
internal sealed record Gone(int Number, string Of) : ILastStateEvent
{
    string IEvent.Key => Of;
}

/// <summary>Somebody's doing.</summary>
[EventName("probe.joined.v1")]
internal sealed record Joined(Guid UserId) : IByUser
{
    Guid? IByUser.UserId => UserId;
}
