using MediatR;
using SystemDesign.Contracts.Twitter;

namespace SystemDesign.Twitter.Domain.Search;

/// <summary>What is deleted is found by nobody from then on, since it is not there to be seen; its place in the index goes with this.</summary>
internal sealed class UnindexTweet(ISearch search) : INotificationHandler<TweetDeleted>
{
    public Task Handle(TweetDeleted notification, CancellationToken cancellationToken)
    {
        search.Remove(notification.TweetId);
        return Task.CompletedTask;
    }
}
