using MediatR;
using SystemDesign.Contracts.Twitter;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Twitter.Domain.Notices;

/// <summary>Tells who had asked to follow somebody that they may.</summary>
internal sealed class TellOfAcceptance(INotices notices, IOutbox outbox, TimeProvider clock) : INotificationHandler<FollowAccepted>
{
    public async Task Handle(FollowAccepted notification, CancellationToken cancellationToken)
    {
        if (await notices.FindHeardAsync(notification.FolloweeId, notification.FollowerId, cancellationToken) is { } followee)
        {
            outbox.Add(Notice.OfAcceptance(followee, notification.FollowerId, clock.Now()));
        }
    }
}
