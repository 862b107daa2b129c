using MediatR;
using SystemDesign.Contracts.Twitter;

namespace SystemDesign.Twitter.Domain.Notices;

internal sealed class TellOfLike(CrowdNews news) : INotificationHandler<TweetLiked>
{
    public Task Handle(TweetLiked notification, CancellationToken cancellationToken) =>
        news.TellAsync(new(CrowdKind.Like, notification.TweetId), notification.AuthorId, notification.LikedById, cancellationToken);
}
