using MediatR;
using SystemDesign.Contracts.Users;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>Who leaves takes their links with them. They may be many, so they go a portion at a time, in the background.</summary>
internal sealed class EraseLinksOfUser(ILinks links) : INotificationHandler<UserDeleted>
{
    public Task Handle(UserDeleted notification, CancellationToken cancellationToken) =>
        links.EraseAllOfAsync(notification.UserId, notification.DeletedAt, cancellationToken);
}
