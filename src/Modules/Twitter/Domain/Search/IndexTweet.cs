using MediatR;
using SystemDesign.Contracts.Twitter;

namespace SystemDesign.Twitter.Domain.Search;

/// <summary>What is written is found a moment later.</summary>
internal sealed class IndexTweet(ISearch search) : INotificationHandler<TweetPosted>
{
    public Task Handle(TweetPosted notification, CancellationToken cancellationToken)
    {
        search.Add(notification.TweetId);
        return Task.CompletedTask;
    }
}
