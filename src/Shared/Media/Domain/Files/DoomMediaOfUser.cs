using MediatR;
using SystemDesign.Contracts.Users;

namespace SystemDesign.Media.Domain.Files;

/// <summary>Who leaves takes files and uploads along. They may be many, so the sweep erases them, which begins at once.</summary>
internal sealed class DoomMediaOfUser(IFiles files) : INotificationHandler<UserDeleted>
{
    public Task Handle(UserDeleted notification, CancellationToken cancellationToken)
    {
        files.DoomAllOf(notification.UserId);
        return Task.CompletedTask;
    }
}
