using SystemDesign.Kernel.Errors;

namespace SystemDesign.Notifications.Domain.Inbox;

internal static class InboxProblems
{
    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public static async Task RequireAsync(this IInbox inbox, Guid userId, Guid id, CancellationToken cancellationToken)
    {
        if (!await inbox.HasAsync(userId, id, cancellationToken))
        {
            throw new NotFoundException("notifications.notification-not-found", "There is no such notification, or it is not yours.");
        }
    }
}
