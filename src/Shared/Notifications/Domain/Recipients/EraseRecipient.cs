using MediatR;
using SystemDesign.Contracts.Users;

namespace SystemDesign.Notifications.Domain.Recipients;

/// <summary>Who leaves takes their inbox, addresses and preferences with them.</summary>
internal sealed class EraseRecipient(IRecipients recipients) : INotificationHandler<UserDeleted>
{
    public Task Handle(UserDeleted notification, CancellationToken cancellationToken)
    {
        recipients.Erase(notification.UserId, notification.DeletedAt);
        return Task.CompletedTask;
    }
}
