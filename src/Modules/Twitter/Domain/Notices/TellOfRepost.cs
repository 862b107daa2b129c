using MediatR;
using SystemDesign.Contracts.Twitter;

namespace SystemDesign.Twitter.Domain.Notices;

internal sealed class TellOfRepost(CrowdNews news) : INotificationHandler<TweetReposted>
{
    public Task Handle(TweetReposted notification, CancellationToken cancellationToken) =>
        news.TellAsync(new(CrowdKind.Repost, notification.TweetId), notification.AuthorId, notification.RepostedById, cancellationToken);
}
