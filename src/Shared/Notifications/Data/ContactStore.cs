using Microsoft.EntityFrameworkCore;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Platform.Background;

namespace SystemDesign.Notifications.Data;

internal sealed class ContactStore(NotificationsDb db, RecipientRows rows, BellOf<DeliverNotifications> deliveryBell) : IContacts
{
    public async Task<IReadOnlyList<Contact>> ListAsync(Guid userId, CancellationToken cancellationToken) => await db.Contacts.AsNoTracking()
        .Where(contact => contact.UserId == userId && (contact.Address != null || contact.PendingAddress != null)).ToListAsync(cancellationToken);

    public Task<Contact?> FindForChangeAsync(Guid userId, Channel channel, string slot, CancellationToken cancellationToken)
    {
        rows.HoldFirst(userId);
        return db.Contacts.SingleOrDefaultAsync(contact => contact.UserId == userId && contact.Channel == channel && contact.Slot == slot, cancellationToken);
    }

    public void Add(Contact contact)
    {
        rows.HoldFirst(contact.UserId);
        db.Contacts.Add(contact);
    }

    public void AddDevice(Contact device)
    {
        Add(device);
        db.OnSave(async cancellationToken =>
        {
            await db.Contacts.Where(contact => contact.Channel == Channel.Push && contact.Slot == device.Slot && contact.UserId != device.UserId).ExecuteDeleteAsync(cancellationToken);

            // Their row is held, so nobody adds another meanwhile.
            if (await db.Contacts.CountAsync(contact => contact.UserId == device.UserId && contact.Channel == Channel.Push, cancellationToken) > Contact.MaximumDevices)
            {
                throw ContactProblems.TooManyDevices();
            }
        });
    }

    public async Task<bool> RemoveDeviceAsync(Guid userId, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Contacts.SingleOrDefaultAsync(contact => contact.UserId == userId && contact.Id == id && contact.Channel == Channel.Push, cancellationToken) is not { } device)
        {
            return false;
        }

        db.Contacts.Remove(device);
        return true;
    }

    public void Send(Delivery code)
    {
        db.Deliveries.Add(code);
        db.OnCommitted(() =>
        {
            deliveryBell.Ring();
            return Task.CompletedTask;
        });
    }
}
