using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>How many of my notifications I have not read.</summary>
internal sealed record CountMyUnread : IQuery<UnreadNotifications>
{
    internal sealed class Handler(IInbox inbox, ICurrentUser currentUser) : IRequestHandler<CountMyUnread, UnreadNotifications>
    {
        public Task<UnreadNotifications> Handle(CountMyUnread request, CancellationToken cancellationToken) =>
            inbox.CountUnreadAsync(currentUser.Id, cancellationToken);
    }
}
