using MediatR;
using SystemDesign.Contracts.Twitter;

namespace SystemDesign.Twitter.Domain.Feeds;

/// <summary>Whoever follows somebody finds what they wrote before.</summary>
internal sealed class FillFeed(IFeeds feeds) : INotificationHandler<PersonFollowed>
{
    public Task Handle(PersonFollowed notification, CancellationToken cancellationToken)
    {
        feeds.Fill(notification.FollowerId, notification.FolloweeId);
        return Task.CompletedTask;
    }
}
