using MediatR;
using SystemDesign.Contracts.Users;

namespace SystemDesign.Twitter.Domain.People;

/// <summary>Who leaves takes along what they wrote, whom they followed, and what they liked.</summary>
internal sealed class ForgetPerson(IPeople people) : INotificationHandler<UserDeleted>
{
    public Task Handle(UserDeleted notification, CancellationToken cancellationToken)
    {
        people.Leave(notification.UserId, notification.DeletedAt);
        return Task.CompletedTask;
    }
}
