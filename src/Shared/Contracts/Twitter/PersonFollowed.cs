using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Twitter;

/// <summary>Somebody follows somebody.</summary>
/// <param name="FollowerId">The user who follows.</param>
/// <param name="FolloweeId">The user who is followed; the key.</param>
/// <param name="FollowedAt">UTC.</param>
[EventName("twitter.person-followed.v1")]
public sealed record PersonFollowed(Guid FollowerId, Guid FolloweeId, DateTimeOffset FollowedAt) : IByUser
{
    string IEvent.Key => FolloweeId.ToString();

    Guid? IByUser.UserId => FollowerId;
}
