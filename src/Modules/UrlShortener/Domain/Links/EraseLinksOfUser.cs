using MediatR;
using SystemDesign.Contracts.Users;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>Who leaves takes their links with them.</summary>
internal sealed class EraseLinksOfUser(ILinks links) : INotificationHandler<UserDeleted>
{
    public Task Handle(UserDeleted notification, CancellationToken cancellationToken) => links.RemoveAllAsync(notification.UserId, cancellationToken);
}
