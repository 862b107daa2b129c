using MediatR;
using SystemDesign.Contracts.Users;

namespace SystemDesign.Twitter.Domain.People;

/// <summary>Whoever has an account can be followed, and named.</summary>
internal sealed class RememberPerson(IPeople people) : INotificationHandler<UserRegistered>
{
    public Task Handle(UserRegistered notification, CancellationToken cancellationToken)
    {
        people.Remember(notification.UserId, notification.UserName, notification.DisplayName, notification.RegisteredAt);
        return Task.CompletedTask;
    }
}
