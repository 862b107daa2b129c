using Microsoft.EntityFrameworkCore;
using SystemDesign.Kernel.Paging;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Platform.Background;
using SystemDesign.Platform.Paging;

namespace SystemDesign.Notifications.Data;

internal sealed class DeliveryReports(NotificationsDb db, BellOf<DeliverNotifications> deliveryBell) : IDeliveries
{
    /// <summary>By id, which is as old as its delivery (UUIDv7).</summary>
    private static readonly Keyset<Delivery> NewestFirst = new Keyset<Delivery>().Descending(delivery => delivery.Id);

    public async Task<Page<DeliveryReport>> ListAsync(DeliveryState state, PageRequest page, CancellationToken cancellationToken)
    {
        var deliveries = await db.Deliveries.AsNoTracking().Where(delivery => delivery.State == state)
            .ToPageAsync(NewestFirst, $"deliveries that are {state}", page, cancellationToken);
        var ids = deliveries.Items.Select(delivery => delivery.ItemId).OfType<Guid>().ToList();
        var topicOf = await db.Items.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.Topic, cancellationToken);
        return deliveries.Select(delivery => new DeliveryReport(
            delivery.Id,
            delivery.UserId,
            delivery.Channel,
            delivery.ItemId is { } itemId ? topicOf.GetValueOrDefault(itemId) : null,
            delivery.State,
            delivery.Attempts,
            delivery.Provider,
            delivery.LastError,
            delivery.CreatedAt,
            delivery.NotBefore,
            delivery.SettledAt));
    }

    public Task<Delivery?> FindForChangeAsync(Guid id, CancellationToken cancellationToken)
    {
        db.OnCommitted(() =>
        {
            deliveryBell.Ring();
            return Task.CompletedTask;
        });
        return db.Deliveries.SingleOrDefaultAsync(delivery => delivery.Id == id, cancellationToken);
    }
}
