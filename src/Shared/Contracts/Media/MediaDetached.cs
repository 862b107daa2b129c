using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Media;

/// <summary>A module uses a file no more. When nobody does for a while, the file goes.</summary>
/// <param name="FileId">As it was attached.</param>
/// <param name="UsedBy">As it was attached.</param>
/// <param name="DetachedAt">UTC.</param>
[EventName("media.media-detached.v1")]
public sealed record MediaDetached(Guid FileId, string UsedBy, DateTimeOffset DetachedAt) : IEvent
{
    string IEvent.Key => UsedBy;
}
