using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Realtime;
using SystemDesign.Notifications.Domain.Inbox;

namespace SystemDesign.Notifications.Data;

/// <summary>Tells the devices that are connected what this unit of work has written, as soon as it is on disk.</summary>
internal sealed class LiveInbox(NotificationsDb db, IConnections connections)
{
    public static IQueryable<InboxItem> Visible(NotificationsDb db, Guid userId) =>
        db.Items.AsNoTracking().Where(item => item.UserId == userId && item.Position != null && item.DeletedAt == null);

    public async Task TellAsync(InboxItem item, long position, CancellationToken cancellationToken)
    {
        var notification = new InboxNotification(item.Id, position, item.Topic, item.Title, item.Body, item.Link, item.RequestedAt, item.ReadAt);
        db.OnCommitted(() => connections.SendAsync(LiveChannel.Name, item.UserId, new(LiveChannel.Notification, notification, position)));
        await TellUnreadAsync(item.UserId, cancellationToken);
    }

    /// <summary>Counted in the transaction, since after it nothing may fail.</summary>
    public async Task TellUnreadAsync(Guid userId, CancellationToken cancellationToken)
    {
        var unread = await CountAsync(userId, cancellationToken);
        db.OnCommitted(() => connections.SendAsync(LiveChannel.Name, userId, new(LiveChannel.Unread, unread)));
    }

    public async Task<UnreadNotifications> CountAsync(Guid userId, CancellationToken cancellationToken)
    {
        var last = await db.Recipients.Where(recipient => recipient.UserId == userId).Select(recipient => recipient.LastPosition).SingleOrDefaultAsync(cancellationToken);
        return new(await Visible(db, userId).CountAsync(item => item.ReadAt == null, cancellationToken), last);
    }
}
