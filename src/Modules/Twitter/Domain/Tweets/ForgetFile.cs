using MediatR;
using SystemDesign.Contracts.Media;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>A file that is no more is shown no longer; the tweets that showed it stay.</summary>
internal sealed class ForgetFile(ITweets tweets) : INotificationHandler<MediaDeleted>
{
    public Task Handle(MediaDeleted notification, CancellationToken cancellationToken)
    {
        tweets.Detach(notification.FileId);
        return Task.CompletedTask;
    }
}
