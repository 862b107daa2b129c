using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Paging;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Notifications.Data;

internal sealed class Inboxes(NotificationsDb db, RecipientRows recipients, LiveInbox live, BellOf<DeliverNotifications> deliveryBell, NotificationMetrics metrics) : IInbox
{
    private static readonly Keyset<InboxItem> NewestFirst = new Keyset<InboxItem>().Descending(item => item.Position!.Value);

    public void Add(InboxItem item, bool isVisible, IReadOnlyList<Delivery> deliveries) => db.OnSave(async cancellationToken =>
    {
        if (await recipients.HoldAsync(item.UserId, cancellationToken) is not { } last)
        {
            return;
        }

        long? position = isVisible ? last + 1 : null;
        if (!await InsertAsync(item, position, cancellationToken))
        {
            metrics.CountItem(item.Topic, "repeated");
            return;
        }

        foreach (var delivery in deliveries)
        {
            await InsertAsync(delivery, cancellationToken);
        }

        db.OnCommitted(() =>
        {
            metrics.CountItem(item.Topic, isVisible ? "written" : "hidden");
            deliveryBell.Ring();
            return Task.CompletedTask;
        });
        if (isVisible)
        {
            await db.Recipients.Where(recipient => recipient.UserId == item.UserId)
                .ExecuteUpdateAsync(row => row.SetProperty(recipient => recipient.LastPosition, last + 1), cancellationToken);
            await live.TellAsync(item, last + 1, cancellationToken);
        }
    });

    public Task<Page<InboxItem>> ListAsync(Guid userId, bool unreadOnly, PageRequest page, CancellationToken cancellationToken)
    {
        var items = Visible(userId);
        return (unreadOnly ? items.Where(item => item.ReadAt == null) : items)
            .ToPageAsync(NewestFirst, $"notifications of {userId}{(unreadOnly ? ", unread" : string.Empty)}", page, cancellationToken);
    }

    public Task<bool> HasAsync(Guid userId, Guid id, CancellationToken cancellationToken) => Visible(userId).AnyAsync(item => item.Id == id, cancellationToken);

    public Task<UnreadNotifications> CountUnreadAsync(Guid userId, CancellationToken cancellationToken) => live.CountAsync(userId, cancellationToken);

    public void MarkRead(Guid userId, Guid id, DateTimeOffset now) => Change(
        userId, items => items.Where(item => item.Id == id && item.ReadAt == null), now);

    public void MarkReadUpTo(Guid userId, long position, DateTimeOffset now) => Change(
        userId, items => items.Where(item => item.Position <= position && item.ReadAt == null), now);

    public void MarkUnread(Guid userId, Guid id) => Change(userId, items => items.Where(item => item.Id == id), readAt: null);

    public void Delete(Guid userId, Guid id, DateTimeOffset now) => db.OnSave(async cancellationToken =>
    {
        await db.Items.Where(item => item.UserId == userId && item.Id == id).ExecuteUpdateAsync(
            row => row
                .SetProperty(item => item.DeletedAt, (DateTimeOffset?)now)
                .SetProperty(item => item.Title, string.Empty)
                .SetProperty(item => item.Body, string.Empty)
                .SetProperty(item => item.Link, (string?)null),
            cancellationToken);
        await live.TellUnreadAsync(userId, cancellationToken);
    });

    private IQueryable<InboxItem> Visible(Guid userId) => LiveInbox.Visible(db, userId);

    private void Change(Guid userId, Func<IQueryable<InboxItem>, IQueryable<InboxItem>> which, DateTimeOffset? readAt) => db.OnSave(async cancellationToken =>
    {
        var changed = await which(db.Items.Where(item => item.UserId == userId && item.DeletedAt == null))
            .ExecuteUpdateAsync(row => row.SetProperty(item => item.ReadAt, readAt), cancellationToken);
        if (changed > 0)
        {
            await live.TellUnreadAsync(userId, cancellationToken);
        }
    });

    /// <returns>Whether it is new.</returns>
    private async Task<bool> InsertAsync(InboxItem item, long? position, CancellationToken cancellationToken)
    {
        var insert =
            $$"""
            INSERT INTO {{db.Quoted(InboxItemMapping.Table)}} (id, user_id, position, topic, title, body, link, dedup_key, requested_at, created_at)
            VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}) ON CONFLICT (user_id, dedup_key) DO NOTHING RETURNING id AS "Value"
            """;
        object?[] values = [item.Id, item.UserId, position, item.Topic, item.Title, item.Body, item.Link, item.DedupKey, item.RequestedAt, item.CreatedAt];
        return (await db.Database.SqlQueryRaw<Guid>(insert, values!).ToListAsync(cancellationToken)).Count > 0;
    }

    private Task<int> InsertAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var insert =
            $$"""
            INSERT INTO {{db.Quoted(DeliveryMapping.Table)}} (id, item_id, user_id, contact_id, channel, created_at, state, attempts, not_before)
            VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, 0, {7})
            """;
        object?[] values =
        [
            delivery.Id, delivery.ItemId, delivery.UserId, delivery.ContactId, (int)delivery.Channel, delivery.CreatedAt, (int)delivery.State, delivery.NotBefore,
        ];
        return db.Database.ExecuteSqlRawAsync(insert, values!, cancellationToken);
    }
}
