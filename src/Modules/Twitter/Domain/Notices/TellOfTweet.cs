using MediatR;
using SystemDesign.Contracts.Twitter;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Twitter.Domain.Notices;

/// <summary>Tells whom a tweet answers, quotes or names.</summary>
internal sealed class TellOfTweet(INotices notices, IOutbox outbox, TimeProvider clock) : INotificationHandler<TweetPosted>
{
    public async Task Handle(TweetPosted notification, CancellationToken cancellationToken)
    {
        List<Guid> meant = [.. new[] { notification.RepliedToId, notification.QuotedId }.OfType<Guid>().Concat(notification.MentionedIds).Distinct()];
        if (meant.Count == 0)
        {
            return;
        }

        var (author, listeners) = await notices.FindListenersAsync(notification.TweetId, meant, cancellationToken);
        foreach (var listener in meant.Where(listeners.Contains))
        {
            outbox.Add(Notice.Of(notification, author!, listener, clock.Now()));
        }
    }
}
