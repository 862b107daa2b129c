using MediatR;
using SystemDesign.Contracts.Users;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Twitter.Domain.People;

internal sealed class RenamePerson(IPeople people, TimeProvider clock) : INotificationHandler<UserRenamed>
{
    public Task Handle(UserRenamed notification, CancellationToken cancellationToken)
    {
        people.Rename(notification.UserId, notification.UserName, notification.DisplayName, clock.Now());
        return Task.CompletedTask;
    }
}
