using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Users;

/// <summary>A user is shown under another name from now on.</summary>
/// <param name="UserId">UUIDv7; the key.</param>
/// <param name="UserName">Unique, whatever its case.</param>
/// <param name="DisplayName">What others see.</param>
[EventName("users.user-renamed.v1")]
public sealed record UserRenamed(Guid UserId, string UserName, string DisplayName) : IStateEvent, IByUser
{
    string IEvent.Key => UserId.ToString();

    Guid? IByUser.UserId => UserId;
}
