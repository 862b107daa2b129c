using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Realtime;
using SystemDesign.Notifications.Domain.Inbox;

namespace SystemDesign.Notifications.Data;

/// <summary>What devices missed while they were not connected: what is in the inbox behind their position.</summary>
internal sealed class PastNotifications(NotificationsDb db) : IPastFrames
{
    public async Task<IReadOnlyDictionary<Guid, long>> LastAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken) => await db.Recipients.AsNoTracking()
        .Where(recipient => userIds.Contains(recipient.UserId))
        .ToDictionaryAsync(recipient => recipient.UserId, recipient => recipient.LastPosition, cancellationToken);

    public async Task<IReadOnlyList<Frame>> ReadAsync(Guid userId, long after, int limit, CancellationToken cancellationToken)
    {
        var missed = await LiveInbox.Visible(db, userId).Where(item => item.Position > after).OrderBy(item => item.Position).Take(limit).ToListAsync(cancellationToken);
        return [.. missed.Select(item => new Frame(LiveChannel.Notification, InboxNotification.Of(item), item.Position))];
    }
}
