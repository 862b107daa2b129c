using MediatR;
using SystemDesign.Contracts.Twitter;

namespace SystemDesign.Twitter.Domain.Notices;

internal sealed class TellOfFollowRequest(CrowdNews news) : INotificationHandler<FollowRequested>
{
    public Task Handle(FollowRequested notification, CancellationToken cancellationToken) =>
        news.TellAsync(new(CrowdKind.FollowRequest, notification.FolloweeId), notification.FolloweeId, notification.FollowerId, cancellationToken);
}
