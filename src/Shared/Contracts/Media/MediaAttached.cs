using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Media;

/// <summary>
/// A module uses a file: it stays for as long as anybody does. Told by the module that took a reference, in the transaction that it took it
/// in. Twice is as once: what counts for each use is the latest that was told of it.
/// </summary>
/// <param name="FileId">From the reference, once it is verified.</param>
/// <param name="UsedBy" example="twitter.tweet:0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">What uses it: the same whenever it is told of; at most 200 characters.</param>
/// <param name="AttachedAt">UTC.</param>
[EventName("media.media-attached.v1")]
public sealed record MediaAttached(Guid FileId, string UsedBy, DateTimeOffset AttachedAt) : IEvent
{
    string IEvent.Key => UsedBy;
}
