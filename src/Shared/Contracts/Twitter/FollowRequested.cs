using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Twitter;

/// <summary>Somebody asks to follow somebody whose account is private.</summary>
/// <param name="FollowerId">The user who asks.</param>
/// <param name="FolloweeId">The user who is asked; the key.</param>
/// <param name="RequestedAt">UTC.</param>
[EventName("twitter.follow-requested.v1")]
public sealed record FollowRequested(Guid FollowerId, Guid FolloweeId, DateTimeOffset RequestedAt) : IByUser
{
    string IEvent.Key => FolloweeId.ToString();

    Guid? IByUser.UserId => FollowerId;
}
