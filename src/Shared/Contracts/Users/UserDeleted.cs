using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Users;

/// <summary>A user is no more: whoever keeps something of theirs erases it, or makes it nobody's.</summary>
/// <param name="UserId">UUIDv7; the key.</param>
/// <param name="DeletedAt">UTC.</param>
[EventName("users.user-deleted.v1")]
public sealed record UserDeleted(Guid UserId, DateTimeOffset DeletedAt) : ILastStateEvent, IByUser
{
    string IEvent.Key => UserId.ToString();

    Guid? IByUser.UserId => UserId;
}
