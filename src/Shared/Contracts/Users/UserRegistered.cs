using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.Users;

/// <summary>There is a new user.</summary>
/// <param name="UserId">UUIDv7; the key.</param>
/// <param name="UserName">Unique, whatever its case.</param>
/// <param name="DisplayName">What others see.</param>
/// <param name="RegisteredAt">UTC.</param>
[EventName("users.user-registered.v1")]
public sealed record UserRegistered(Guid UserId, string UserName, string DisplayName, DateTimeOffset RegisteredAt) : IStateEvent, IByUser
{
    string IEvent.Key => UserId.ToString();

    Guid? IByUser.UserId => UserId;
}
