using MediatR;
using SystemDesign.Contracts.Twitter;

namespace SystemDesign.Twitter.Domain.Notices;

/// <summary>Whoever is private is not told: they let each follower in themselves.</summary>
internal sealed class TellOfFollow(CrowdNews news) : INotificationHandler<PersonFollowed>
{
    public Task Handle(PersonFollowed notification, CancellationToken cancellationToken) =>
        news.TellAsync(new(CrowdKind.Follow, notification.FolloweeId), notification.FolloweeId, notification.FollowerId, cancellationToken);
}
