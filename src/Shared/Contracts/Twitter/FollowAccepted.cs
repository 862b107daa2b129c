using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Twitter;

/// <summary>Somebody whose account is private lets somebody follow them, who had asked.</summary>
/// <param name="FollowerId">The user who had asked; the key.</param>
/// <param name="FolloweeId">The user who allowed it.</param>
/// <param name="AcceptedAt">UTC.</param>
[EventName("twitter.follow-accepted.v1")]
public sealed record FollowAccepted(Guid FollowerId, Guid FolloweeId, DateTimeOffset AcceptedAt) : IByUser
{
    string IEvent.Key => FollowerId.ToString();

    Guid? IByUser.UserId => FolloweeId;
}
